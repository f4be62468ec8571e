import { readFile } from 'node:fs/promises'
import { residentBytes } from '@repo/stack/resident-bytes'
import type { JpegOptions } from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startProcess } from '../../testing/start-process.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { draw } from './testing/pictures.ts'

let t: TestApp
let api: ApiProcess
beforeAll(async () => {
  t = await createTestApp()
  const image = await readFile(new URL('../../../../../Dockerfile', import.meta.url), 'utf8')
  const [, arenas = ''] = /MALLOC_ARENA_MAX=(\d+)/.exec(image) ?? []
  // A separate process, as in the image: making the test's pictures must not count towards accepting them.
  api = await startProcess(t, { MEDIA_DIR: t.env.MEDIA_DIR, MALLOC_ARENA_MAX: arenas })
})
afterAll(async () => {
  api.child.kill('SIGKILL')
  await t.close()
})

const jpeg = (width: number, height: number, options: JpegOptions = {}) =>
  draw(width, height).jpeg(options).toBuffer()

test('the largest accepted pictures cost less than 150 MB of memory, even several at once', async () => {
  const tenant = await t.createTenant()
  const { token } = await t.signInAs(tenant, 'owner')
  const upload = async (bytes: Buffer) => {
    const { status } = await fetch(
      `${api.url}/api/branches/${tenant.branchId}/dishes/${tenant.dishes.soup}/picture`,
      {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
        body: new Uint8Array(bytes),
      },
    )
    return status
  }
  const small = await jpeg(1_200, 800)
  const [rows, whole] = [
    await jpeg(8_000, 5_000),
    await jpeg(4_000, 3_300, { progressive: true, chromaSubsampling: '4:4:4' }),
  ]
  // The image library and the code paths are loaded before anything is measured.
  for (let warm = 0; warm < 10; warm += 1) expect(await upload(small)).toBe(200)
  const memory = () => residentBytes(api.child.pid ?? 0)
  const before = await memory()
  let peak = before
  let isWatching = true
  const watching = (async () => {
    while (isWatching) peak = Math.max(peak, await memory())
  })()
  const statuses = await Promise.all([rows, whole, rows, whole].map(upload))
  isWatching = false
  await watching
  expect(statuses).toEqual([200, 200, 200, 200])
  expect((peak - before) / 1_000_000).toBeLessThan(150)
})
