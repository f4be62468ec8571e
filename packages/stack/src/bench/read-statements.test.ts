import { expect, test } from 'vitest'
import { readStatements } from './read-statements.ts'

test('statements come out of the log with their line breaks, quotes and nulls', () => {
  const log = [
    '2026-11-21 05:15:38.000 UTC [42] LOG:  statement: begin ',
    '2026-11-21 05:15:38.001 UTC [42] LOG:  execute a1b2: ',
    '\t    insert into notes',
    "\t    values ($1, $2, '2026-01-01 00:00:00 UTC [1] no entry')",
    "2026-11-21 05:15:38.001 UTC [42] DETAIL:  Parameters: $1 = 'it''s, $9 = ''odd''', $2 = NULL",
    '2026-11-21 05:15:38.002 UTC [42] LOG:  execute a1b3: select 1',
    '2026-11-21 05:15:38.003 UTC [42] LOG:  statement: commit',
    '',
  ].join('\n')
  expect(readStatements(log)).toEqual([
    {
      text: "\n    insert into notes\n    values ($1, $2, '2026-01-01 00:00:00 UTC [1] no entry')",
      parameters: ["it's, $9 = 'odd'", null],
    },
    { text: 'select 1', parameters: [] },
  ])
})
