import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checks } from './index.ts'

test('every file of this folder is one check of the list, under its own name', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !/^index\.ts$|\.test\.ts$/.test(file))
  expect(checks.map(({ id }) => `${id}.ts`).toSorted()).toEqual(files.toSorted())
})

test('every check names its requirements and says in one line what to do', () => {
  for (const { id, rows, title, remedy } of checks) {
    expect(rows, id).not.toEqual([])
    expect(new Set(rows).size, id).toBe(rows.length)
    expect(`${title}${remedy}`, id).not.toContain('\n')
    for (const row of rows) expect(row, id).toMatch(/^(S[0-4]-(C|T)?\d+|X\d+)$/)
  }
})

/** Dependencies, logs, outgoing requests, webhooks and repository practices do not show from outside. */
const invisible = ['S1-C12', 'S1-C14', 'S1-C16', 'S1-C18', 'S4-C06', 'S4-C10', 'S4-C11', 'S4-C12']

test('both checklists are covered, except for what does not show from outside', () => {
  const number = (count: number) =>
    Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'))
  const both = [...number(20).map((n) => `S1-C${n}`), ...number(12).map((n) => `S4-C${n}`)]
  const covered = new Set(checks.flatMap(({ rows }) => rows))
  expect(both.filter((row) => !covered.has(row))).toEqual(invisible)
})
