import { readFile } from 'node:fs/promises'
import { type Counts, neverSilent } from './counts.ts'

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
  errors: unknown[]
}

/** Reads the JSON report of a Playwright run that ended with `status`. A missing report counts as one failure. */
export async function playwrightCounts(file: string, status = 0): Promise<Counts> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failed: 1 }
  return neverSilent(countPlaywright(JSON.parse(text) as PlaywrightReport), status)
}

/** A skipped test proves nothing and a flaky one proves too little: both count as failed. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Counts {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped + errors.length }
}
