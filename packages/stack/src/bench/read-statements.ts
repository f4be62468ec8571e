/** A prepared statement and its parameters as text. */
export type Statement = { text: string; parameters: (string | null)[] }

const entryStart = /^\d{4}-\d\d-\d\d [^\n]*?\[\d+\] (?=[A-Z]+: )/m
const execution = /^LOG: {2}execute [^:]*: (.*)$/s
const details = /^DETAIL: {2}Parameters: (.*)$/is
const parameter = /\$\d+ = (?:NULL|'((?:[^']|'')*)')/g

const transactionControl = /^(begin|commit|rollback)\b/i

/** Reads the statements that were run from PostgreSQL's log, where `log_statement` is `all`, without those that frame transactions. */
export function readStatements(log: string): Statement[] {
  const statements: Statement[] = []
  for (const entry of log.split(entryStart)) {
    // Lines after an entry's first are indented by a tab.
    const text = entry.trimEnd().replaceAll('\n\t', '\n')
    const executed = execution.exec(text)?.[1]
    const bound = details.exec(text)?.[1]
    if (executed !== undefined) statements.push({ text: executed, parameters: [] })
    if (bound !== undefined) statements.at(-1)?.parameters.push(...readParameters(bound))
  }
  return statements.filter(({ text }) => !transactionControl.test(text))
}

const readParameters = (text: string): (string | null)[] =>
  Array.from(text.matchAll(parameter), ([, value]) => value?.replaceAll("''", "'") ?? null)
