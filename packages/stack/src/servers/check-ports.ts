import { connect, createServer } from 'node:net'

export type WantedPort = { variable: string; port: number }

/** Reads the ports of `pnpm dev` from the environment; throws a readable line when one is not a port or two are the same. */
export function readPorts(env: Record<string, string | undefined>) {
  const read = (variable: string, fallback: number): WantedPort => {
    const text = env[variable] ?? String(fallback)
    const port = Number(text)
    if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
      throw new Error(`${variable} must be a port from 1 to 65535, for example ${variable}=${fallback}`)
    }
    return { variable, port }
  }
  const ports = {
    web: read('WEB_PORT', 3000),
    api: read('API_PORT', 3001),
    database: read('DATABASE_PORT', 54_329),
  }
  const all = Object.values(ports)
  for (const [index, one] of all.entries()) {
    const twin = all.slice(index + 1).find(({ port }) => port === one.port)
    if (twin) throw new Error(`${one.variable} and ${twin.variable} are both ${one.port}: change one of them`)
  }
  return ports
}

/** Throws one line that names the port and the variable that changes it. */
export async function checkPort(wanted: WantedPort): Promise<void> {
  if (!(await isPortFree(wanted.port))) throw new Error(portInUse(wanted))
}

export const portInUse = ({ variable, port }: WantedPort): string =>
  `Port ${port} is in use. Stop what uses it, or choose another: ${variable}=${port + 100} npx pnpm dev`

/** Free on both loopback addresses: a browser that is given `localhost` may take either. */
export async function isPortFree(port: number): Promise<boolean> {
  const hosts = ['127.0.0.1', '::1']
  const [answered, bound] = await Promise.all([
    Promise.all(hosts.map((host) => canConnect(host, port))),
    canListen(port),
  ])
  return bound && !answered.includes(true)
}

function canConnect(host: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect({ host, port, timeout: 500 })
  socket
    .on('connect', () => resolve(true))
    .on('error', () => resolve(false))
    .on('timeout', () => resolve(false))
  return promise.finally(() => socket.destroy())
}

function canListen(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const server = createServer()
  server.on('error', () => resolve(false))
  server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  return promise
}
