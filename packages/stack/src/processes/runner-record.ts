import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { dataFolder, repoRoot } from '../paths.ts'
import { stopPostgres } from '../postgres/stop-postgres.ts'
import { say } from '../progress.ts'
import { endGroup } from './end-group.ts'
import { poll } from './poll.ts'
import { findProcess, listProcesses, type ProcessEntry } from './process-table.ts'

/** A process as it was when it was recorded: its number alone may belong to another process later. */
type Mark = { pid: number; startedAt: number }
type Contents = { runner: Mark; children: Mark[]; postgres: { dataDir: string; folder: string }[] }

export type RunnerRecord = {
  /** A child that leads a process group of its own. */
  addChild(pid: number): Promise<void>
  /** A server on data that is thrown away with `folder`. */
  addPostgres(dataDir: string, folder: string): Promise<void>
  close(): Promise<void>
}

const recordsFolder = join(dataFolder, 'runners')

/** Writes down what this process starts, so that the next one can end what a `kill -9` leaves behind. */
export async function openRunnerRecord(name: string): Promise<RunnerRecord> {
  const file = join(recordsFolder, `${name}-${process.pid}.json`)
  const startedAt = (await findProcess(process.pid))?.startedAt ?? 0
  const contents: Contents = { runner: { pid: process.pid, startedAt }, children: [], postgres: [] }
  const save = () => writeFile(file, JSON.stringify(contents))
  await mkdir(recordsFolder, { recursive: true })
  await save()
  return {
    async addChild(pid) {
      const child = await findProcess(pid)
      if (!child) return
      contents.children.push({ pid, startedAt: child.startedAt })
      await save()
    },
    async addPostgres(dataDir, folder) {
      contents.postgres.push({ dataDir, folder })
      await save()
    },
    close: () => rm(file, { force: true }),
  }
}

/** Ends what dead runners have left: only processes that are still the recorded ones. */
export async function cleanUpAfterDeadRunners(): Promise<void> {
  const processes = await listProcesses()
  for (const { file, contents } of await readRecords()) {
    if (isAlive(contents.runner, processes)) continue
    for (const child of contents.children) {
      if (ownsGroup(child, processes)) await endGroup(child.pid)
    }
    for (const { dataDir, folder } of contents.postgres) {
      await stopPostgres(dataDir)
      await rm(folder, { recursive: true, force: true })
    }
    await rm(file, { force: true })
  }
}

/** The process number of a runner of that name which is alive in this checkout. */
export async function findLiveRunner(name: string): Promise<number | undefined> {
  const processes = await listProcesses()
  const found = (await readRecords()).find(
    ({ file, contents }) => basename(file).startsWith(`${name}-`) && isAlive(contents.runner, processes),
  )
  return found?.contents.runner.pid
}

/** Gives a stopping runner of that name a few seconds to end; throws when it keeps running. */
export async function waitForLiveRunner(name: string): Promise<void> {
  const pid = await findLiveRunner(name)
  if (pid === undefined) return
  say(`  Waiting for pnpm ${name} (process ${pid}) to end …`)
  if (await poll(async () => (await findLiveRunner(name)) === undefined, 6_000, 200)) return
  throw new Error(`pnpm ${name} is running in this checkout already (process ${pid}). Stop it first.`)
}

/**
 * Whether the group that a recorded child led is still its group. With the leader gone its number may lead another
 * group, so that members must be younger than the leader was and one of them must be at work in this checkout.
 */
export function ownsGroup(
  { pid, startedAt }: Mark,
  processes: readonly ProcessEntry[],
  checkout = repoRoot,
): boolean {
  const leader = processes.find((entry) => entry.pid === pid)
  if (leader) return leader.group === pid && leader.startedAt === startedAt
  const members = processes.filter((entry) => entry.group === pid)
  const isHere = ({ folder, command }: ProcessEntry) => `${folder}/ ${command}`.includes(`${checkout}/`)
  return members.some(isHere) && members.every((entry) => entry.startedAt >= startedAt)
}

const isAlive = (mark: Mark, processes: readonly ProcessEntry[]) =>
  processes.some((entry) => entry.pid === mark.pid && entry.startedAt === mark.startedAt)

async function readRecords(): Promise<{ file: string; contents: Contents }[]> {
  const names = await readdir(recordsFolder).catch(() => [])
  const records = await Promise.all(
    names.map(async (name) => {
      const file = join(recordsFolder, name)
      const text = await readFile(file, 'utf8').catch(() => '')
      return text === '' ? [] : [{ file, contents: JSON.parse(text) as Contents }]
    }),
  )
  return records.flat()
}
