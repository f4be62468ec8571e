import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import net from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { TargetPolicy } from './check-target.ts'
import { isPublicAddress } from './is-public-address.ts'
import { sendSafely, targetPolicy } from './send-safely.ts'

const open: (Server | net.Server)[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  }
})

/** A server inside our network that no outsider may make us call. */
async function startCanary(
  answer: RequestListener = (_, response) => response.end('inside'),
  host = '127.0.0.1',
) {
  const server = createServer(answer)
  const seen = { connections: 0 }
  server.on('connection', () => {
    seen.connections += 1
  })
  open.push(server)
  server.listen(0, host)
  await once(server, 'listening')
  return { seen, port: (server.address() as net.AddressInfo).port }
}

const names: Record<string, string[]> = {
  'public.test': ['93.184.216.34'],
  'inside.test': ['127.0.0.1'],
  'mixed.test': ['93.184.216.34', '127.0.0.1'],
  'mixed6.test': ['2606:4700:4700::1111', '::1'],
  'metadata.test': ['169.254.169.254'],
  'nothing.test': [],
}
const resolve = async (name: string) => {
  const found = names[name]
  if (!found) throw new Error('ENOTFOUND')
  return found
}
const production: TargetPolicy = { ...targetPolicy('production'), resolve }
/** As production, but any port and http, so that only the address keeps a call from the canary. */
const anyPort: TargetPolicy = { ...production, schemes: ['https:', 'http:'], ports: 'any' }
/** The test's own receiver stands for a public one. */
const receiver: TargetPolicy = {
  ...anyPort,
  isAllowed: (address) => address === '127.0.0.1',
  resolve: async () => ['127.0.0.1'],
}
const message = (url: string) => ({
  url,
  headers: { 'content-type': 'application/json' },
  body: '{"id":"1"}',
})

describe.each(['http', 'https'])('a URL of %s that leads inside the network is not called', (scheme) => {
  it.each([
    ['127.0.0.1', 'ADDRESS_NOT_PUBLIC'],
    ['127.1', 'ADDRESS_NOT_PUBLIC'],
    ['127.255.255.254', 'ADDRESS_NOT_PUBLIC'],
    ['2130706433', 'ADDRESS_NOT_PUBLIC'],
    ['0x7f000001', 'ADDRESS_NOT_PUBLIC'],
    ['0x7f.1', 'ADDRESS_NOT_PUBLIC'],
    ['0177.0.0.1', 'ADDRESS_NOT_PUBLIC'],
    ['①②⑦.0.0.1', 'ADDRESS_NOT_PUBLIC'],
    ['0.0.0.0', 'ADDRESS_NOT_PUBLIC'],
    ['0', 'ADDRESS_NOT_PUBLIC'],
    ['10.0.0.5', 'ADDRESS_NOT_PUBLIC'],
    ['172.16.0.5', 'ADDRESS_NOT_PUBLIC'],
    ['192.168.1.1', 'ADDRESS_NOT_PUBLIC'],
    ['100.64.0.1', 'ADDRESS_NOT_PUBLIC'],
    ['169.254.169.254', 'ADDRESS_NOT_PUBLIC'],
    ['224.0.0.1', 'ADDRESS_NOT_PUBLIC'],
    ['255.255.255.255', 'ADDRESS_NOT_PUBLIC'],
    ['[::1]', 'ADDRESS_NOT_PUBLIC'],
    ['[::]', 'ADDRESS_NOT_PUBLIC'],
    ['[::ffff:127.0.0.1]', 'ADDRESS_NOT_PUBLIC'],
    ['[::ffff:7f00:1]', 'ADDRESS_NOT_PUBLIC'],
    ['[64:ff9b::7f00:1]', 'ADDRESS_NOT_PUBLIC'],
    ['[fd00:ec2::254]', 'ADDRESS_NOT_PUBLIC'],
    ['[fe80::1]', 'ADDRESS_NOT_PUBLIC'],
    ['inside.test', 'ADDRESS_NOT_PUBLIC'],
    ['INSIDE.TEST', 'ADDRESS_NOT_PUBLIC'],
    ['mixed.test', 'ADDRESS_NOT_PUBLIC'],
    ['mixed6.test', 'ADDRESS_NOT_PUBLIC'],
    ['metadata.test', 'ADDRESS_NOT_PUBLIC'],
    ['public.test@127.0.0.1', 'URL_USERINFO'],
    ['user:secret@public.test', 'URL_USERINFO'],
    ['127.0.0.1%2f@public.test', 'URL_USERINFO'],
    ['nobody.test', 'NAME_UNKNOWN'],
    ['nothing.test', 'NAME_UNKNOWN'],
    ['[::1%25lo]', 'URL_INVALID'],
    ['1.2.3.4.5', 'URL_INVALID'],
    ['256.1.1.1', 'URL_INVALID'],
  ])('%s', async (host, code) => {
    const canary = await startCanary()
    const sender = sendSafely(anyPort)
    const url = `${scheme}://${host}:${canary.port}/`
    await expect(sender.send(message(url))).rejects.toMatchObject({ code })
    await expect(sender.check(url)).rejects.toMatchObject({ code })
    expect(canary.seen.connections).toBe(0)
  })
})

it.each([
  ['http://public.test/', 'URL_SCHEME'],
  ['file:///etc/passwd', 'URL_SCHEME'],
  ['gopher://public.test:443/_', 'URL_SCHEME'],
  ['ftp://public.test/', 'URL_SCHEME'],
  ['javascript:alert(1)', 'URL_SCHEME'],
  ['data:text/plain,x', 'URL_SCHEME'],
  ['https://public.test:80/', 'URL_PORT'],
  ['https://public.test:22/', 'URL_PORT'],
  ['https://public.test:5432/', 'URL_PORT'],
  ['https://public.test:6379/', 'URL_PORT'],
  ['https://', 'URL_INVALID'],
  ['//public.test/', 'URL_INVALID'],
  ['', 'URL_INVALID'],
  ['https://public.test:99999/', 'URL_INVALID'],
])('production refuses %s', async (url, code) => {
  await expect(sendSafely(production).send(message(url))).rejects.toMatchObject({ code })
  await expect(sendSafely(production).check(url)).rejects.toMatchObject({ code })
})

it.each(['https://public.test/', 'https://public.test:8443/hook?a=1', 'https://1.1.1.1/'])(
  'production would call %s',
  async (url) => {
    await expect(sendSafely(production).check(url)).resolves.toBeUndefined()
  },
)

it('a name that would resolve elsewhere the second time is resolved once, and the checked address is called', async () => {
  const canary = await startCanary()
  let looks = 0
  const checked = await startCanary(undefined, '127.0.0.2')
  const rebinding: TargetPolicy = {
    ...anyPort,
    isAllowed: (address) => address === '127.0.0.2',
    resolve: async () => (looks++ === 0 ? ['127.0.0.2'] : ['127.0.0.1']),
  }
  await expect(
    sendSafely(rebinding).send(message(`http://rebinding.test:${checked.port}/`)),
  ).resolves.toEqual({
    status: 200,
  })
  await expect(
    sendSafely(rebinding).send(message(`http://rebinding.test:${canary.port}/`)),
  ).rejects.toMatchObject({
    code: 'ADDRESS_NOT_PUBLIC',
  })
  expect({ looks, inside: canary.seen.connections, checked: checked.seen.connections }).toEqual({
    looks: 2,
    inside: 0,
    checked: 1,
  })
})

it('a redirect to the inside is an answer, not an invitation', async () => {
  const canary = await startCanary()
  const redirecting = await startCanary((_, response) =>
    response.writeHead(307, { location: `http://127.0.0.1:${canary.port}/` }).end(),
  )
  await expect(sendSafely(receiver).send(message(`http://hook.test:${redirecting.port}/`))).resolves.toEqual({
    status: 307,
  })
  expect(canary.seen.connections).toBe(0)
})

it('the receiver is told the name, path and body, and no more', async () => {
  let got: unknown
  const { port } = await startCanary((request, response) => {
    request.setEncoding('utf8').on('data', (body) => {
      got = {
        method: request.method,
        url: request.url,
        host: request.headers.host,
        body,
        names: Object.keys(request.headers),
      }
      response.writeHead(204).end()
    })
  })
  await sendSafely(receiver).send(message(`http://hook.test:${port}/in?x=1#part`))
  expect(got).toEqual({
    method: 'POST',
    url: '/in?x=1',
    host: `hook.test:${port}`,
    body: '{"id":"1"}',
    names: ['content-type', 'host', 'content-length', 'connection'],
  })
})

it('a TLS receiver is greeted by the name of the URL, at the checked address', async () => {
  const server = net.createServer()
  open.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const hello = once(server, 'connection').then(async ([socket]: net.Socket[]) => {
    const [bytes] = (await once(socket as net.Socket, 'data')) as [Buffer]
    socket?.destroy()
    return bytes.toString('latin1')
  })
  const { port } = server.address() as net.AddressInfo
  await expect(sendSafely(receiver).send(message(`https://hook.test:${port}/`))).rejects.toMatchObject({
    code: 'CONNECTION_FAILED',
  })
  expect(await hello).toContain('hook.test')
})

describe('a receiver that misbehaves is given up', () => {
  const caps = { timeoutMs: 300, maxResponseBytes: 64 * 1_024 }
  const attempt = async (answer: RequestListener) => {
    const { port } = await startCanary(answer)
    const startedAtMs = performance.now()
    const code = await sendSafely(receiver, caps)
      .send(message(`http://hook.test:${port}/`))
      .then(
        ({ status }) => status,
        (error) => error.code,
      )
    return { code, tookMs: performance.now() - startedAtMs }
  }

  it('when it never answers', async () => {
    const { code, tookMs } = await attempt(() => {})
    expect(code).toBe('TIMEOUT')
    expect(tookMs).toBeLessThan(2_000)
  })

  it('when its body drips, byte by byte', async () => {
    const { code, tookMs } = await attempt((_, response) => {
      const drip = setInterval(() => response.write('.'), 20)
      response.on('close', () => clearInterval(drip))
    })
    expect(code).toBe('TIMEOUT')
    expect(tookMs).toBeLessThan(2_000)
  })

  it('when it sends 100 MB, little of which is read', async () => {
    let sent = 0
    const { code } = await attempt((_, response) => {
      const pour = () => {
        while (sent < 100_000_000 && !response.destroyed) {
          sent += 65_536
          if (!response.write(Buffer.alloc(65_536))) return void response.once('drain', pour)
        }
      }
      pour()
    })
    expect(code).toBe('RESPONSE_TOO_LARGE')
    expect(sent).toBeLessThan(20_000_000)
  })

  it('when it hangs up in the middle', async () => {
    const { code } = await attempt((request, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half')
      setTimeout(() => request.socket.destroy(), 20)
    })
    expect(code).toBe('CONNECTION_FAILED')
  })

  it('when it wants to speak another protocol', async () => {
    const { code } = await attempt((request) => {
      request.socket.end('HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: raw\r\n\r\n')
    })
    expect(code).toBe('CONNECTION_FAILED')
  })

  it('when its name is never resolved', async () => {
    const silent: TargetPolicy = { ...receiver, resolve: () => new Promise(() => {}) }
    await expect(sendSafely(silent, caps).send(message('https://hook.test/'))).rejects.toMatchObject({
      code: 'TIMEOUT',
    })
  })
})

it('unless told otherwise a call has five seconds, and 64 KiB of the reply are read', async () => {
  const allowed = vi.spyOn(AbortSignal, 'timeout')
  const reply = async (bytes: number) => {
    const { port } = await startCanary((_, response) => response.end(Buffer.alloc(bytes)))
    return sendSafely(receiver).send(message(`http://hook.test:${port}/`))
  }
  await expect(reply(65_536)).resolves.toEqual({ status: 200 })
  await expect(reply(65_537)).rejects.toMatchObject({ code: 'RESPONSE_TOO_LARGE' })
  expect(allowed.mock.calls).toEqual([[5_000], [5_000]])
  allowed.mockRestore()
})

it('only addresses of the public internet are called in production', () => {
  expect(targetPolicy('production').isAllowed('127.0.0.1')).toBe(false)
  expect(isPublicAddress('127.0.0.1')).toBe(false)
})
