import { constants } from 'node:fs'
import { mkdir, open, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { uuidv7 } from '@repo/auth'
import { assertMediaKey, type MediaStore } from './media-store.ts'

/** Keeps files in a folder. Links in it are not followed, so that nothing outside of it is ever read. */
export function createDiskStore(folder: string): MediaStore {
  const root = resolve(folder)
  const pathOf = (key: string) => {
    assertMediaKey(key)
    return join(root, key)
  }
  return {
    async put(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      // Written to a temporary file and renamed: a reader never sees half a file.
      const draft = join(dirname(path), `.${uuidv7()}`)
      await writeFile(draft, bytes, { flag: 'wx', mode: 0o640 })
      await rename(draft, path)
    },
    async get(key) {
      const path = pathOf(key)
      try {
        if ((await realpath(dirname(path))) !== join(await realpath(root), dirname(key))) return undefined
        const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
        try {
          return await file.readFile()
        } finally {
          await file.close()
        }
      } catch (error) {
        if (isAbsence(error)) return undefined
        throw error
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  }
}

/** Missing, a link, or a folder where a file should be: all count as missing. */
const isAbsence = (error: unknown): boolean =>
  ['ENOENT', 'ELOOP', 'ENOTDIR', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')
