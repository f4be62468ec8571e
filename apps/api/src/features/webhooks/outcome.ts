/** The outcome of an attempt: the answer's status, or the code of what prevented one. */
export type Outcome = { status: number | null; error: string | null }
