import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** How long a connection that becomes idle during the stop may stay open. */
const sweepMs = 50

/**
 * Watches a server's connections from its start, and returns how to stop it: requests under way are finished, all other
 * connections are closed. `server.close()` alone leaves those that never carried a request, as browsers open them ahead,
 * and those that become idle later, as at the end of an event stream.
 */
export function prepareStop(server: Server): () => Promise<void> {
  const unused = new Set<Socket>()
  server.on('connection', (socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  server.on('request', ({ socket }) => unused.delete(socket))

  return () =>
    new Promise((resolve) => {
      const sweep = setInterval(() => server.closeIdleConnections(), sweepMs)
      server.close(() => {
        clearInterval(sweep)
        resolve()
      })
      for (const socket of unused) socket.destroy()
    })
}
