/** What came of an attempt: an answer's status, or the code of what kept it from one. */
export type Outcome = { status: number | null; error: string | null }
