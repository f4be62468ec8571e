import { requestSize } from '@repo/config/limits'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkJsonText } from './check-json-text.ts'

const check = (text: string) => () => {
  JSON.parse(text)
  checkJsonText(text)
}
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test('nesting is refused one level beyond the limit, objects and arrays alike', () => {
  expect(check(nested(requestSize.jsonDepth))).not.toThrow()
  for (const depth of [requestSize.jsonDepth + 1, 1_000, 200_000])
    expect(check(nested(depth))).toThrow('VALIDATION_FAILED')
  expect(check(`${'{"a":'.repeat(21)}1${'}'.repeat(21)}`)).toThrow('VALIDATION_FAILED')
})

test.each([
  '{"role":"waiter","role":"owner"}',
  '{"role":1,"r\\u006fle":2}',
  '{"a":{"b":1,"c":[{"d":1}],"b" :2}}',
  '[{"a":1},{"a":[],"a"\n:\t{}}]',
  '{"__proto__":1,"__proto__":2}',
  '{"":1,"":2}',
])('a key that is named twice is refused: %s', (text) => {
  expect(check(text)).toThrow('VALIDATION_FAILED')
})

test.each([
  '{"a":"a","b":"a"}',
  '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
  '{"a":"}\\"a\\":1,","\\\\":1}',
  '["a","a",{"x":"y:z, \\"x\\": 1"}]',
  '"only text"',
  '{"emoji":"\\ud83d\\ude00","plain":"😀"}',
])('a key in another object or in text is not a repetition: %s', (text) => {
  expect(check(text)).not.toThrow()
})

test.each(['"\\ud83d"', '{"a":["x\\udE00"]}', '{"\\uD800":1}'])('a lone surrogate is refused: %s', (text) => {
  expect(check(text)).toThrow('VALIDATION_FAILED')
})

test('whatever JSON.stringify writes passes, as long as it is not too deep', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 10 }), (value) => {
      for (const indent of [0, 2]) expect(check(JSON.stringify(value, null, indent))).not.toThrow()
    }),
  )
})
