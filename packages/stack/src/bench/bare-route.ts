import { readFile } from 'node:fs/promises'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** A program: the least that Hono can do to answer with the bytes of a file. Arguments: port, file. */
const [port, file = ''] = process.argv.slice(2)
const body = await readFile(file, 'utf8')
const app = new Hono().get('*', (c) =>
  c.body(body, 200, { 'content-type': 'application/json; charset=utf-8' }),
)
serve({ fetch: app.fetch, port: Number(port), hostname: '127.0.0.1' })
