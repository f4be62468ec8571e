import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { photo, requestSize } from '@repo/config/limits'
import { photoWidths } from '@repo/schemas/rules'
import sharp, { type PngOptions } from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { bomb, draw, measure, padded } from './testing/pictures.ts'

let t: TestApp
let tenant: Tenant
let owner: string
let ownerId: string
let samples: Record<'jpeg' | 'png' | 'webp', Buffer>

beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
  const signIn = await t.signInAs(tenant, 'owner')
  owner = signIn.token
  ownerId = signIn.userId
  samples = {
    jpeg: await draw().jpeg().toBuffer(),
    png: await draw().png().toBuffer(),
    webp: await draw().webp().toBuffer(),
  }
})
afterAll(() => t.close())
beforeEach(() => t.deps.limiter.forget('staffUpload', ownerId))

const at = (dishId: string, branchId = tenant.branchId) =>
  `/api/branches/${branchId}/dishes/${dishId}/picture`

async function upload(bytes: Uint8Array, type = 'image/png', dishId = tenant.dishes.soup, token = owner) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': type }
  const response = await t.app.request(at(dishId), { method: 'PUT', headers, body: Buffer.from(bytes) })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const get = (path: string, method = 'GET') => t.app.request(path, { method })
const menuPicture = async (dishId: string) => {
  const { body } = await t.call('GET', `/api/customer/${tenant.slug}/menu`)
  const [category] = body.categories as { dishes: { id: string; picture: string | null }[] }[]
  return category?.dishes.find(({ id }) => id === dishId)?.picture
}
const addressOf = (picture: unknown, width = 480, type = 'webp') =>
  `/api/media/${String(picture).slice('photo/'.length)}-${width}.${type}`
const stored = () => readdir(join(t.env.MEDIA_DIR, tenant.branchId)).catch(() => [])

describe('a photo', () => {
  test.each(['jpeg', 'png', 'webp'] as const)('in %s is re-encoded in every width and type', async (type) => {
    const { status, body } = await upload(samples[type], `image/${type}`)
    expect(status).toBe(200)
    expect(body.picture).toMatch(new RegExp(`^photo/${tenant.branchId}/[0-9a-f]{32}$`))
    for (const width of photoWidths) {
      for (const format of ['avif', 'webp'] as const) {
        const response = await get(addressOf(body.picture, width, format))
        expect(response.status).toBe(200)
        expect(response.headers.get('content-type')).toBe(`image/${format}`)
        const bytes = Buffer.from(await response.arrayBuffer())
        expect(await measure(bytes, format)).toMatchObject({ width, height: Math.round((width * 2) / 3) })
      }
    }
  })

  test('is shown on the menu, on the staff’s menu and on the tickets of what is ordered', async () => {
    const { body } = await upload(samples.jpeg, 'image/jpeg', tenant.dishes.tea)
    expect(await menuPicture(tenant.dishes.tea)).toBe(body.picture)
    const guest = await t.joinTable(tenant)
    const order = await t.call('POST', '/api/customer/orders', {
      token: guest.token,
      headers: { 'idempotency-key': 'photo' },
      json: { expectedTotalMinor: 900, lines: [{ dishId: tenant.dishes.tea, quantity: 1, modifiers: [] }] },
    })
    expect(order.body.lines).toMatchObject([{ picture: body.picture }])
  })

  test('is replaced by the next one, and its files are removed', async () => {
    const first = await upload(samples.jpeg, 'image/jpeg')
    const second = await upload(samples.png)
    expect(second.body.picture).not.toBe(first.body.picture)
    expect((await get(addressOf(first.body.picture))).status).toBe(404)
    expect((await get(addressOf(second.body.picture))).status).toBe(200)
  })

  test('that is uploaded again keeps its files, even while the former one is removed', async () => {
    const uploads = ['webp', 'png', 'webp', 'webp'] as const
    await Promise.all(uploads.map((type) => upload(samples[type], `image/${type}`)))
    const shown = await menuPicture(tenant.dishes.soup)
    for (const width of photoWidths) expect((await get(addressOf(shown, width))).status).toBe(200)
    const again = await upload(samples.webp, 'image/webp')
    expect(again.body.picture).not.toBe(shown)
    expect((await get(addressOf(again.body.picture))).status).toBe(200)
  })

  test('that is removed leaves no file behind, and other dishes keep theirs', async () => {
    const soup = await upload(samples.jpeg, 'image/jpeg')
    const beef = await upload(samples.jpeg, 'image/jpeg', tenant.dishes.beef)
    const before = (await stored()).length
    const removed = await t.call('DELETE', at(tenant.dishes.soup), { token: owner })
    expect(removed).toMatchObject({ status: 200, body: { picture: null } })
    expect(await menuPicture(tenant.dishes.soup)).toBeNull()
    expect((await get(addressOf(soup.body.picture))).status).toBe(404)
    expect((await get(addressOf(beef.body.picture))).status).toBe(200)
    expect(await stored()).toHaveLength(before - photoWidths.length * 2)
  })

  test('is turned upright, and reveals nothing of where, when or with what it was taken', async () => {
    const tagged = await draw(1_200, 600)
      .withExif({
        IFD0: { Make: 'CANARY-CAMERA', Copyright: 'CANARY-PERSON' },
        IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '12/1 3/1 0/1', GPSLongitude: '77/1 2/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">CANARY-XMP</x:xmpmeta>')
      .jpeg()
      .toBuffer()
    expect((await sharp(tagged).metadata()).exif).toBeDefined()
    const { body } = await upload(tagged, 'image/jpeg')
    for (const width of photoWidths) {
      for (const type of ['avif', 'webp']) {
        const bytes = Buffer.from(await (await get(addressOf(body.picture, width, type))).arrayBuffer())
        const meta = await measure(bytes, type)
        expect(meta.height).toBeGreaterThan(meta.width)
        expect(meta).not.toHaveProperty('exif')
        expect(meta).not.toHaveProperty('xmp')
        expect(bytes.toString('latin1')).not.toMatch(/CANARY|GPS|Exif/)
      }
    }
  })

  test.each(['jpeg', 'png', 'webp'] as const)(
    'in %s with a page or an archive appended loses them',
    async (type) => {
      const hidden = '<script>alert("CANARY")</script>PK\x03\x04CANARY'
      const { status, body } = await upload(
        Buffer.concat([samples[type], Buffer.from(hidden)]),
        `image/${type}`,
      )
      expect(status).toBe(200)
      for (const format of ['avif', 'webp']) {
        const bytes = Buffer.from(await (await get(addressOf(body.picture, 960, format))).arrayBuffer())
        expect(bytes.toString('latin1')).not.toMatch(/CANARY|script/)
      }
    },
  )

  test('of exactly 5 MiB is taken, and one byte more is 413, declared or not', async () => {
    expect((await upload(padded(samples.png, photo.maxBytes))).status).toBe(200)
    expect(await upload(padded(samples.png, photo.maxBytes + 1))).toMatchObject({
      status: 413,
      body: { code: 'BODY_TOO_LARGE' },
    })
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const streamed = await t.app.request(at(tenant.dishes.soup), {
      method: 'PUT',
      headers: { authorization: `Bearer ${owner}`, 'content-type': 'image/png' },
      body: endless,
      duplex: 'half',
    } as RequestInit)
    expect(streamed.status).toBe(413)
    expect(sent).toBeLessThan(requestSize.discardedBytes + 1_000_000)
  })
})

describe('anything that is not a photo is refused, and changes nothing', () => {
  const text = (value: string) => async () => Buffer.from(value, 'latin1')
  const part =
    '--b\r\ncontent-disposition: form-data; name="a"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n'
  const cut = (type: 'jpeg' | 'png' | 'webp', share: number) => async () =>
    samples[type].subarray(0, Math.floor(samples[type].length * share))
  const noisy = (type: 'jpeg' | 'png' | 'webp') => async () => {
    const pixels = Buffer.from(Array.from({ length: 90_000 }, (_, at) => (at * 2_654_435_761) >>> 24))
    const whole = await sharp(pixels, { raw: { width: 300, height: 100, channels: 3 } })
      .toFormat(type)
      .toBuffer()
    return whole.subarray(0, whole.length >> 1)
  }
  const flat =
    (width: number, height: number, options: PngOptions = {}) =>
    () =>
      draw(width, height).png(options).toBuffer()

  test.each<[string, string, () => Promise<Uint8Array>, number]>([
    ['two files as a form', 'multipart/form-data; boundary=b', text(`${part}1\r\n${part}2\r\n--b--`), 415],
    ['one file as a form', 'multipart/form-data; boundary=b', text(`${part}1\r\n--b--`), 415],
    ['JSON', 'application/json', text('{}'), 415],
    ['no type', '', text('x'), 415],
    ['two types', 'image/png, text/html', text('x'), 415],
    ['a type with a parameter', 'image/png; charset=utf-8', async () => samples.png, 415],
    ['an SVG', 'image/svg+xml', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415],
    ['an SVG named PNG', 'image/png', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415],
    ['a GIF', 'image/gif', () => draw(2, 2).gif().toBuffer(), 415],
    ['a GIF named PNG', 'image/png', () => draw(2, 2).gif().toBuffer(), 415],
    ['an AVIF named WebP', 'image/webp', () => draw(16, 16).avif().toBuffer(), 415],
    ['a TIFF named JPEG', 'image/jpeg', () => draw(2, 2).tiff().toBuffer(), 415],
    ['a page named PNG', 'image/png', text('<!doctype html><script>alert(1)</script>'), 415],
    ['a PDF named JPEG', 'image/jpeg', text('%PDF-1.7'), 415],
    ['an archive named WebP', 'image/webp', text('PK\x03\x04'), 415],
    ['a sound named WebP', 'image/webp', text('RIFF\x24\x00\x00\x00WAVEfmt '), 415],
    ['nothing', 'image/png', text(''), 415],
    ['the head of a JPEG before a page', 'image/jpeg', text('\xff\xd8\xff<script>alert(1)</script>'), 400],
    ['the head of a PNG alone', 'image/png', text('\x89PNG\r\n\x1a\n'), 400],
    ['the head of a WebP alone', 'image/webp', text('RIFF\x24\x00\x00\x00WEBPVP8 '), 400],
    ['half a JPEG', 'image/jpeg', noisy('jpeg'), 400],
    ['half a PNG', 'image/png', noisy('png'), 400],
    ['half a WebP', 'image/webp', noisy('webp'), 400],
    ['a tenth of a PNG', 'image/png', cut('png', 0.1), 400],
    ['30,000 × 30,000 pixels in 110 kB', 'image/png', async () => bomb(30_000, 30_000), 400],
    ['10,000 × 4,001 pixels', 'image/png', async () => bomb(10_000, 4_001), 400],
    [
      'an interlaced picture of 30 million pixels',
      'image/png',
      flat(6_000, 5_000, { progressive: true }),
      400,
    ],
    [
      'a progressive JPEG of 20 million pixels',
      'image/jpeg',
      () => draw(5_000, 4_000).jpeg({ progressive: true }).toBuffer(),
      400,
    ],
  ])('%s', async (_name, type, make, status) => {
    const before = { files: await stored(), picture: await menuPicture(tenant.dishes.soup) }
    const refused = await upload(await make(), type)
    expect(refused.status).toBe(status)
    expect(refused.body.code).toBe(status === 415 ? 'UNSUPPORTED_MEDIA' : 'VALIDATION_FAILED')
    expect({ files: await stored(), picture: await menuPicture(tenant.dishes.soup) }).toEqual(before)
  })

  test.each([
    ['more pixels than the cap', async () => bomb(10_000, 4_001)],
    ['more memory than the cap once decoded', flat(6_000, 5_000, { progressive: true })],
  ])('%s is recognised by the header, before anything is decoded', async (_name, make) => {
    const { body } = await upload(await make())
    expect(body.errors).toMatchObject([{ field: 'picture', code: 'TOO_MANY_PIXELS' }])
  })

  test.each(['cashier', 'waiter', 'kitchen'])('by a %s', async (role) => {
    const { token } = await t.signInAs(tenant, role)
    expect((await upload(samples.png, 'image/png', tenant.dishes.soup, token)).status).toBe(403)
    expect((await t.call('DELETE', at(tenant.dishes.soup), { token })).status).toBe(403)
  })

  test('for a dish of another restaurant, which is not found', async () => {
    const other = await t.createTenant()
    expect((await upload(samples.png, 'image/png', other.dishes.soup)).status).toBe(404)
    expect((await t.call('DELETE', at(other.dishes.soup), { token: owner })).status).toBe(404)
    expect((await t.call('DELETE', at(other.dishes.soup, other.branchId), { token: owner })).status).toBe(404)
  })
})

describe('serving', () => {
  test('shows a picture and nothing else, cached for good', async () => {
    const { body } = await upload(samples.png)
    const response = await get(addressOf(body.picture))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/webp',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })

  test('finds nothing by any other name', async () => {
    const { body } = await upload(samples.png)
    const [, branchId = '', hash = ''] = String(body.picture).split('/')
    const other = await t.createTenant()
    const outside = join(t.env.MEDIA_DIR, '..', 'canary.webp')
    const linked = `${'b'.repeat(32)}-160.webp`
    await mkdir(join(t.env.MEDIA_DIR, other.branchId), { recursive: true })
    await writeFile(outside, 'CANARY').catch(() => {})
    await symlink('/etc/passwd', join(t.env.MEDIA_DIR, branchId, linked))
    await symlink(
      join(t.env.MEDIA_DIR, branchId),
      join(t.env.MEDIA_DIR, '01940000-0000-7000-8000-00000000dddd'),
    )
    const file = `${hash}-160.webp`
    const names = [
      `${other.branchId}/${file}`,
      `${branchId}/${linked}`,
      `01940000-0000-7000-8000-00000000dddd/${file}`,
      `${branchId.toUpperCase()}/${file}`,
      `${branchId}/`,
      `${branchId}`,
      '',
      `${branchId}/${hash}`,
      `${branchId}/${hash}-160`,
      `${branchId}/${hash}-161.webp`,
      `${branchId}/${hash}-160.png`,
      `${branchId}/${hash}-160.webp.html`,
      `${branchId}/${hash.toUpperCase()}-160.webp`,
      `${branchId}/${hash}-160.webp%00.png`,
      `${branchId}/%00${file}`,
      `${branchId}/.`,
      `${branchId}/..`,
      `${branchId}/%2e%2e`,
      `${branchId}/..%2f..%2fetc%2fpasswd`,
      `${branchId}/..%2F${branchId}%2F${file}`,
      `${branchId}/%252e%252e%252fcanary.webp`,
      `${branchId}/....%2f%2fcanary.webp`,
      `${branchId}/..%5c..%5ccanary.webp`,
      `${branchId}/..%c0%afcanary.webp`,
      `${branchId}/%2fetc%2fpasswd`,
      `${branchId}/C:%5cwindows`,
      `..%2f${branchId}/${file}`,
      `%2e%2e/canary.webp`,
      `../../etc/passwd`,
      `....//....//etc/passwd`,
      `${branchId}/~root`,
      `${branchId}/${'a'.repeat(5_000)}`,
      `${branchId}/%`,
      `${branchId}/%zz`,
      `${branchId}/${file}/extra`,
    ]
    for (const name of names) {
      const response = await get(`/api/media/${name}`)
      expect.soft([400, 404], name).toContain(response.status)
      expect.soft(response.headers.get('content-type'), name).toContain('problem+json')
      expect.soft(await response.text(), name).not.toMatch(/CANARY|root:/)
    }
    expect((await get(`/api/media/${branchId}/${file}`)).status).toBe(200)
  })
})
