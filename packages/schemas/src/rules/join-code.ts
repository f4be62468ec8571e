/** 32 letters and digits that nobody confuses when read aloud or off a sticker: no O, 0, I or 1. */
export const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

export const joinCodeLength = 6
/** 12 characters are 60 random bits. */
export const tableCodeLength = 12

/** A code as typed by a person, in the form it is stored: capitals, no spaces, no dashes. */
export function normalizeCode(input: string): string {
  return input.toUpperCase().replaceAll(/[\s\p{Dash_Punctuation}]/gu, '')
}

/** Whether a normalized text has the form of a join code. */
export function isJoinCode(code: string): boolean {
  return isCode(code, joinCodeLength)
}

/** Whether a normalized text has the form of a table's sticker code. */
export function isTableCode(code: string): boolean {
  return isCode(code, tableCodeLength)
}

/** A table code for people: `XXXX-XXXX-XXXX`. */
export function formatTableCode(code: string): string {
  return code.replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** A code from random bytes, one per character: its low five bits pick one of 32, so none is likelier than another. */
export function encodeCode(bytes: Uint8Array, length: number): string {
  if (bytes.length < length) throw new RangeError(`${length} characters need as many bytes`)
  return Array.from(bytes.subarray(0, length), (byte) => codeAlphabet.charAt(byte & 31)).join('')
}

function isCode(code: string, length: number): boolean {
  return code.length === length && [...code].every((character) => codeAlphabet.includes(character))
}
