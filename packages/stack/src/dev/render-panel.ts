import type { DemoGuide } from '@repo/db/seed'

/** What a newcomer wants to open first. */
export function renderPanel(
  webUrl: string,
  { tables, kitchenPath, accounts }: DemoGuide,
  tookMs: number,
): string {
  const places = [
    ['Web', webUrl],
    ...tables.slice(0, 2).map(({ label, path }) => [label, webUrl + path]),
    ['Kitchen display', webUrl + kitchenPath],
  ]
  const people = onePerRole(accounts).map(({ role, email, password }) => [role, email, password])
  return [
    `RestAI is ready after ${(tookMs / 1000).toFixed(1)} s`,
    '',
    ...alignColumns(places),
    '',
    'Demo accounts (development only)',
    ...alignColumns(people),
    '',
    'Ctrl-C stops everything. pnpm db:reset starts over.',
  ]
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n')
}

function onePerRole(accounts: DemoGuide['accounts']): DemoGuide['accounts'] {
  return accounts.filter(({ role }, index) => accounts.findIndex((other) => other.role === role) === index)
}

function alignColumns(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('   ')
      .trimEnd(),
  )
}
