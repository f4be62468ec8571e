import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repoRoot } from '../paths.ts'

/** A requirement and what stands behind it: tests as `path › part of the title`, or the reason why there is none. */
export type Requirement = { id: string; requirement: string } & (
  | { status: 'proven'; tests: string[] }
  | { status: 'not-applicable' | 'waiting'; reason: string }
)

export const requirementsFile = 'docs/security/requirements.json'
export const tableFile = 'docs/security/requirements.md'
export const securityFile = 'SECURITY.md'

export const readRequirements = (): Requirement[] =>
  JSON.parse(readFileSync(join(repoRoot, requirementsFile), 'utf8'))

/** What is wrong with a row: a test that does not exist, or a claim with nothing behind it. */
export function requirementFaults(
  row: Requirement,
  readTest: (path: string) => string | undefined,
): string[] {
  if (row.status !== 'proven') return row.reason.trim().length > 10 ? [] : [`${row.id} gives no reason`]
  if (row.tests.length === 0) return [`${row.id} names no test`]
  return row.tests.flatMap((test) => {
    const [path = '', title = ''] = test.split(' › ')
    if (title.length < 10) return [`${row.id} names no title: ${test}`]
    const text = readTest(path)
    if (text === undefined) return [`${row.id} names a file that does not exist: ${path}`]
    return text.includes(title) ? [] : [`${row.id} names a test that is not in ${path}: ${title}`]
  })
}

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;')

/** The table that people read, from the list that tests hold. */
export function renderRequirements(rows: readonly Requirement[]): string {
  const count = (status: Requirement['status']) => rows.filter((row) => row.status === status).length
  const behind = (row: Requirement) =>
    row.status === 'proven'
      ? row.tests.map((test) => `\`${test}\``).join('<br>')
      : `${row.status}: ${cell(row.reason)}`
  return `# Requirements and their proofs

${rows.length} requirements: ${count('proven')} proven, ${count('not-applicable')} not applicable, ${count('waiting')} waiting. Written from
[requirements.json](requirements.json) by \`pnpm requirements\`; a test fails when a named test does not exist.

| id | requirement | proof or reason |
| -- | -- | -- |
${rows.map((row) => `| ${row.id} | ${cell(row.requirement)} | ${behind(row)} |`).join('\n')}
`
}

/** `SECURITY.md` with its map from requirements to test files and reasons rewritten. */
export function renderSecurity(text: string, rows: readonly Requirement[]): string {
  const files = new Map<string, Set<string>>()
  for (const row of rows) {
    if (row.status !== 'proven') continue
    for (const test of row.tests) {
      const file = test.split(' › ')[0] ?? ''
      files.set(file, (files.get(file) ?? new Set()).add(row.id))
    }
  }
  const proven = [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, ids]) => [`[\`${file}\`](${file})`, [...ids].join(', ')] as const)
  const others = rows.flatMap((row) =>
    row.status === 'proven' ? [] : [[`${row.status}: ${cell(row.reason)}`, row.id] as const],
  )
  const table = alignedTable(['test or reason', 'requirements'], [...proven, ...others])
  return text.replace(
    /(<!-- requirements -->\n).*(<!-- end of requirements -->)/s,
    (_, start: string, end: string) => `${start}\n${table}\n\n${end}`,
  )
}

/** A Markdown table of two columns as the formatter lays it out. */
function alignedTable(head: readonly [string, string], rows: readonly (readonly [string, string])[]): string {
  const widthOf = (column: 0 | 1) => Math.max(...[head, ...rows].map((row) => row[column].length))
  const [left, right] = [widthOf(0), widthOf(1)]
  const line = ([a, b]: readonly [string, string]) => `| ${a.padEnd(left)} | ${b.padEnd(right)} |`
  return [line(head), line(['-'.repeat(left), '-'.repeat(right)]), ...rows.map(line)].join('\n')
}
