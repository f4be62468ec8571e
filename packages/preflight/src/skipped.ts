/** Thrown by a check that cannot run; the message says what is missing. */
export class Skipped extends Error {}
