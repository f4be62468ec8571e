import { openRunnerRecord, type RunnerRecord } from '../processes/runner-record.ts'

/** What a run of the bench has started. */
export type BenchRun = {
  record: RunnerRecord
  /** Undoes something when the run ends, however it ends, in reverse order. */
  atEnd(undo: () => Promise<void>): void
  end(): Promise<void>
}

export async function openBenchRun(): Promise<BenchRun> {
  const record = await openRunnerRecord('bench')
  const undos: (() => Promise<void>)[] = [() => record.close()]
  const end = async () => {
    for (const undo of undos.splice(0).reverse()) await undo()
  }
  return { record, atEnd: (undo) => void undos.push(undo), end }
}
