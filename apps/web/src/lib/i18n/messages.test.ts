import { describe, expect, test } from 'vitest'
import { icuArguments } from './icu-arguments.ts'
import { messages as english } from './messages.en.ts'
import { messages as spanish } from './messages.es.ts'

type Tree = { [key: string]: string | Tree }

function flatten(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = path ? `${path}.${key}` : key
    return typeof value === 'string' ? [[here, value] as [string, string]] : flatten(value, here)
  })
}

const inEnglish = new Map(flatten(english))
const inSpanish = new Map(flatten(spanish))

describe('messages', () => {
  test('both languages say the same things', () => {
    expect([...inSpanish.keys()].sort()).toEqual([...inEnglish.keys()].sort())
  })

  test('no message is empty', () => {
    const blank = [...inEnglish, ...inSpanish].filter(([, text]) => text.trim() === '').map(([key]) => key)
    expect(blank).toEqual([])
  })

  test('a translation takes the arguments of the original', () => {
    const differing = [...inEnglish].filter(
      ([key, text]) => icuArguments(inSpanish.get(key) ?? '').join() !== icuArguments(text).join(),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })
})
