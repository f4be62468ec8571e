export { assertApplicationRole } from './assert-application-role.ts'
export { type ConnectOptions, connect, type Database } from './connect.ts'
export {
  type Author,
  createGateway,
  type Gateway,
  type JournalEntry,
  type Scope,
  type StreamHead,
  TooLate,
  type Tx,
} from './gateway.ts'
