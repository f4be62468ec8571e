import type { AuditVerdict } from './judge-audit.ts'

type Advisory = { id: string; withdrawn?: string; database_specific?: { severity?: string } }
type Page = { vulns?: { id: string }[]; next_page_token?: string }
type Query = { package: { purl: string }; page_token?: string }

const queriesPerBatch = 1_000
const mild = ['LOW', 'MODERATE', 'MEDIUM']

type Options = {
  /** The service, such as https://api.osv.dev */
  url: string
  /** For all requests together. */
  timeoutMs: number
}

/**
 * Compares packages, given as package URLs with versions, with the advisories of OSV. An advisory that does not say how
 * severe it is counts as severe, as those on malicious packages do. After any failure nothing is known.
 */
export async function askOsv(purls: readonly string[], { url, timeoutMs }: Options): Promise<AuditVerdict> {
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    if (purls.length === 0) throw new Error('no packages were named')
    const ids = await findAdvisories(purls, url, signal)
    const advisories = await Promise.all(
      [...ids].map((id) => ask<Advisory>(`${url}/v1/vulns/${encodeURIComponent(id)}`, signal)),
    )
    const severe = advisories.filter(isSevere).map(({ id }) => id)
    return severe.length > 0
      ? { word: 'vulnerable', status: 1, detail: severe.toSorted().join(', ') }
      : {
          word: 'clean',
          status: 0,
          detail: `${purls.length} packages, ${advisories.length} lesser advisories`,
        }
  } catch (error) {
    return { word: 'unreachable', status: 3, detail: reasonOf(error) }
  }
}

async function findAdvisories(
  purls: readonly string[],
  url: string,
  signal: AbortSignal,
): Promise<Set<string>> {
  const found = new Set<string>()
  let open: Query[] = purls.map((purl) => ({ package: { purl } }))
  while (open.length > 0) {
    const queries = open.slice(0, queriesPerBatch)
    const { results } = await ask<{ results: Page[] }>(`${url}/v1/querybatch`, signal, { queries })
    if (results.length !== queries.length) throw new Error('it answered another number of questions')
    const more: Query[] = []
    for (const [at, { vulns = [], next_page_token: token }] of results.entries()) {
      for (const { id } of vulns) found.add(id)
      const query = queries[at]
      if (token && query) more.push({ ...query, page_token: token })
    }
    open = [...more, ...open.slice(queriesPerBatch)]
  }
  return found
}

async function ask<T>(address: string, signal: AbortSignal, body?: object): Promise<T> {
  const init = body && { method: 'POST', body: JSON.stringify(body) }
  const reply = await fetch(address, { ...init, signal, headers: { 'content-type': 'application/json' } })
  if (!reply.ok) throw new Error(`it answered ${reply.status}`)
  return (await reply.json()) as T
}

const isSevere = ({ withdrawn, database_specific: { severity = '' } = {} }: Advisory): boolean =>
  withdrawn === undefined && !mild.includes(severity.toUpperCase())

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  return code ?? error.message
}
