import { get } from 'node:http'
import { readSettings } from './settings.ts'

/** Asks over plain http, under any name of a host. */
export async function overHttp(path: string, host = 'localhost') {
  const { HTTP_PORT } = await readSettings()
  return new Promise<{ status: number; headers: Headers }>((resolve, reject) => {
    get({ port: HTTP_PORT, path, headers: { host } }, (reply) => {
      reply.resume()
      const headers = new Headers(reply.headers as Record<string, string>)
      resolve({ status: reply.statusCode ?? 0, headers })
    }).on('error', reject)
  })
}
