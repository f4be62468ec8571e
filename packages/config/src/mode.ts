/** Decided by the command that was run, never by the environment. */
export type Mode = 'production' | 'development'
