/** 32 letters and digits that nobody confuses when read aloud or off a sticker: no O, 0, I or 1. */
export const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export const joinCodeLength = 6
/** 12 characters are 60 random bits. */
export const tableCodeLength = 12

/** A code as typed by a person, in the form it is stored: capitals, no spaces, no dashes. */
export function normalizeCode(input: string): string {
  return input.toUpperCase().replaceAll(/[\s\p{Dash_Punctuation}]/gu, '')
}

/** Whether a normalized text has the form of a table's sticker code. */
export function isTableCode(code: string): boolean {
  return code.length === tableCodeLength && [...code].every((character) => codeAlphabet.includes(character))
}

/** A table code for people: `XXXX-XXXX-XXXX`. */
export function formatTableCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}
