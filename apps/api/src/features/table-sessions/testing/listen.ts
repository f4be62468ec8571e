import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { TestApp } from '../../../testing/test-app.ts'

export type Message = { id: string; event: string; data: Record<string, unknown> }

/** The app behind a real socket on a free port. */
export async function serveOnSocket(t: TestApp): Promise<{ origin: string; close(): void }> {
  const server = await new Promise<ServerType>((resolve) => {
    const started = serve({ fetch: t.app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started))
  })
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, close: () => void server.close() }
}

/** Opens an event stream from a cursor; `next` waits for one message, null when the server ended the stream. */
export async function listen(url: string, token: string, cursor?: string) {
  const hangUp = new AbortController()
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${token}`, ...(cursor && { 'last-event-id': cursor }) },
    signal: hangUp.signal,
  })
  const messages = readMessages(response)
  return {
    response,
    next: async (): Promise<Message | null> => (await messages.next()).value ?? null,
    close: () => hangUp.abort(),
  }
}

async function* readMessages({ body }: Response): AsyncGenerator<Message, undefined> {
  let text = ''
  for await (const chunk of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    const blocks = text.split('\n\n')
    text = blocks.pop() ?? ''
    for (const block of blocks) if (block.includes('data: ')) yield parse(block)
  }
}

function parse(block: string): Message {
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/) as [string, string]))
  return {
    id: fields.get('id') ?? '',
    event: fields.get('event') ?? '',
    data: (JSON.parse(fields.get('data') ?? '{}') as { data?: Record<string, unknown> }).data ?? {},
  }
}
