import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { checkPort, isPortFree, portInUse, readPorts } from './check-ports.ts'
import { freePort } from './free-port.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})
async function occupy(port: number, host?: string) {
  const server = createServer().listen(port, host)
  servers.push(server)
  await once(server, 'listening')
}

test('the message about a port in use is one line with the port and the variable that changes it', () => {
  const message = portInUse({ variable: 'WEB_PORT', port: 3000 })
  expect(message).toContain('3000')
  expect(message).toContain('WEB_PORT=3100')
  expect(message).not.toContain('\n')
})

test.each(['127.0.0.1', '::1', '0.0.0.0', '::'])(
  'a listener on %s makes a port count as in use',
  async (host) => {
    const port = await freePort()
    expect(await isPortFree(port)).toBe(true)
    await occupy(port, host)
    await expect(checkPort({ variable: 'API_PORT', port })).rejects.toThrow('API_PORT')
  },
)

test('ports come from the environment, and duplicates are refused by name', () => {
  expect(readPorts({}).database).toEqual({ variable: 'DATABASE_PORT', port: 54_329 })
  expect(readPorts({ WEB_PORT: '4000' }).web.port).toBe(4000)
  expect(() => readPorts({ WEB_PORT: '3001' })).toThrow('WEB_PORT and API_PORT are both 3001')
})

test.each(['0', '65536', '3000x', '-1', '', '1e3'])('WEB_PORT=%j is refused by name', (text) => {
  expect(() => readPorts({ WEB_PORT: text })).toThrow('WEB_PORT must be a port')
})
