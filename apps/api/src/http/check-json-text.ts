import { requestSize } from '@repo/config/limits'
import { fieldError } from './api-error.ts'

const quote = 0x22
const comma = 0x2c
const colon = 0x3a
const backslash = 0x5c
const openBracket = 0x5b
const closeBracket = 0x5d
const openBrace = 0x7b
const closeBrace = 0x7d
const loneSurrogateRisk = /\\u[dD][89a-fA-F]/

/**
 * What `JSON.parse` accepts and no honest client sends, in one pass over text that it has parsed: deep nesting, a key that
 * an object names twice (the last one would win, unseen by a check of the first), lone surrogates.
 * @throws VALIDATION_FAILED
 */
export function checkJsonText(text: string): void {
  /** The keys of every open object; null for an open array. */
  const open: (Set<string> | null)[] = []
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charCodeAt(at)
    if (char === quote) {
      const end = endOfString(text, at)
      checkString(text, at, end, open.at(-1))
      at = end
    } else if (char === openBrace || char === openBracket) {
      if (open.length === requestSize.jsonDepth)
        throw fieldError('VALIDATION_FAILED', '', `must not be nested deeper than ${requestSize.jsonDepth}`)
      open.push(char === openBrace ? new Set() : null)
    } else if (char === closeBrace || char === closeBracket) open.pop()
  }
}

function checkString(text: string, start: number, end: number, keys: Set<string> | null | undefined): void {
  const token = text.slice(start, end + 1)
  const value: string = token.includes('\\') ? JSON.parse(token) : token.slice(1, -1)
  if (loneSurrogateRisk.test(token) && !value.isWellFormed())
    throw fieldError('VALIDATION_FAILED', '', 'contains a lone surrogate')
  if (!keys || !isKey(text, end)) return
  if (keys.has(value)) throw fieldError('VALIDATION_FAILED', value.slice(0, 40), 'is given more than once')
  keys.add(value)
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1
  return at
}

/** Whether a colon follows; in parsed text nothing but white space can come before it. */
function isKey(text: string, end: number): boolean {
  for (let at = end + 1; at < text.length; at += 1) {
    const char = text.charCodeAt(at)
    if (char === colon) return true
    if (char === comma || char === closeBrace) return false
  }
  return false
}
