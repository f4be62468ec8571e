export { readCheckpoints } from './checkpoint-file.ts'
export { type JournalFault, type JournalReport, verifyJournal } from './verify-journal.ts'
export { writeCheckpoint } from './write-checkpoint.ts'
