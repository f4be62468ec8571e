export type StreamMessage = { id: string; event: string; data: string }

/** Cuts a Server-Sent Events stream (WHATWG HTML §9.2) into messages as bytes arrive; comments count as signs of life. */
export async function* parseEventStream(
  body: ReadableStream<Uint8Array>,
  onBytes: () => void,
): AsyncGenerator<StreamMessage> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  let buffered = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      onBytes()
      buffered += value
      const blocks = buffered.split('\n\n')
      buffered = blocks.pop() ?? ''
      for (const block of blocks) {
        const message = parseBlock(block)
        if (message) yield message
      }
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function parseBlock(block: string): StreamMessage | undefined {
  const message = { id: '', event: 'message', data: '' }
  for (const line of block.split('\n')) {
    const colon = line.indexOf(': ')
    const field = line.slice(0, colon)
    if (field === 'id' || field === 'event' || field === 'data') message[field] = line.slice(colon + 2)
  }
  return message.data === '' ? undefined : message
}
