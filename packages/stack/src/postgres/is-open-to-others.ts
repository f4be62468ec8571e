import { stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

const searchableByOthers = 0o001
const readableByOthers = 0o004

/** Whether a user who is neither owner nor in the group can read the path and traverse every folder above it. */
export async function isOpenToOthers(path: string): Promise<boolean> {
  if (!(await hasMode(path, readableByOthers))) return false
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (!(await hasMode(folder, searchableByOthers))) return false
    if (folder === dirname(folder)) return true
  }
}

const hasMode = async (path: string, mode: number) => ((await stat(path)).mode & mode) === mode
