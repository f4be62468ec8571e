import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isOpenToOthers } from './is-open-to-others.ts'

test('a file below a folder that is closed to others is not open to them, whatever its own mode', async () => {
  const closed = await mkdtemp(join(tmpdir(), 'restai-closed-'))
  const file = join(closed, 'file')
  await writeFile(file, '', { mode: 0o644 })
  expect(await isOpenToOthers(file)).toBe(false)
  expect(await isOpenToOthers(tmpdir())).toBe(true)
  await rm(closed, { recursive: true })
})
