/** Thrown by a check that cannot be made; the message says what is missing. */
export class Skipped extends Error {}
