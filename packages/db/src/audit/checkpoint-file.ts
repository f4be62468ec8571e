import { createHmac, timingSafeEqual } from 'node:crypto'
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a stream stood: its last sequence number and that entry's hash, in hex. */
export type SignedHead = readonly [stream: string, seq: number, hash: string]
/** One line of the file: signed, and chained to the previous line by its signature. */
export type Checkpoint = {
  readonly number: number
  readonly at: string
  readonly before: string
  readonly heads: readonly SignedHead[]
  readonly mac: string
}

const maxHeadsPerLine = 1_000

/** Signs the heads and appends them, as one line or more, to the month's file; lines that exist are never touched. */
export function appendCheckpoints(
  folder: string,
  key: string,
  at: string,
  heads: readonly SignedHead[],
): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `checkpoints-${at.slice(0, 7)}.jsonl`)
  let last = lastCheckpoint(folder)
  for (let start = 0; start < heads.length; start += maxHeadsPerLine) {
    const unsigned = {
      number: (last?.number ?? 0) + 1,
      at,
      before: last?.mac ?? '',
      heads: heads.slice(start, start + maxHeadsPerLine),
    }
    last = { ...unsigned, mac: sign(key, unsigned) }
    appendFileSync(file, `${JSON.stringify(last)}\n`, { mode: 0o600 })
  }
}

/** The newest checkpoint of a folder; undefined when there is none. */
export function lastCheckpoint(folder: string): Checkpoint | undefined {
  const newest = listFiles(folder).at(-1)
  return newest === undefined ? undefined : readLines(join(folder, newest)).at(-1)
}

/** All checkpoints of a folder, which are one chain over its files, and what is wrong with that chain. */
export function readCheckpoints(
  folder: string,
  key: string,
): { checkpoints: Checkpoint[]; faults: string[] } {
  const faults: string[] = []
  let before = ''
  let number = 0
  const checkpoints = listFiles(folder).flatMap((name) => {
    const lines = readLines(join(folder, name))
    for (const [at, line] of lines.entries()) {
      number += 1
      const { mac, ...unsigned } = line
      if (!sameText(mac, sign(key, unsigned)))
        faults.push(`${name} line ${at + 1} is not signed with AUDIT_KEY`)
      else if (line.number !== number || line.before !== before)
        faults.push(`${name} line ${at + 1} does not follow the one before: a line was removed or moved`)
      before = mac
      number = line.number
    }
    return lines
  })
  if (checkpoints.length === 0) faults.push('there are no checkpoints')
  return { checkpoints, faults }
}

const listFiles = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl'))
      .toSorted()
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw error
  }
}

function readLines(path: string): Checkpoint[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean).map(parseLine)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return []
    throw error
  }
}

/** A line that a crash cut short, or that somebody overwrote, has a signature that does not fit. */
function parseLine(line: string): Checkpoint {
  try {
    const { number, at, before, heads, mac } = JSON.parse(line)
    return { number, at, before, heads: Array.isArray(heads) ? heads : [], mac: String(mac) }
  } catch {
    return { number: 0, at: '', before: '', heads: [], mac: '' }
  }
}

const sign = (key: string, unsigned: Omit<Checkpoint, 'mac'>): string => {
  const { number, at, before, heads } = unsigned
  return createHmac('sha256', key)
    .update(JSON.stringify([number, at, before, heads]))
    .digest('base64url')
}

function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
