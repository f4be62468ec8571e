import type { SentMessage } from '../../senders/senders.ts'

/** The last messages, newest first, with their links ready to follow. */
export function renderOutbox(messages: readonly SentMessage[]): string {
  const list = messages.map(
    ({ kind, to, subject, text, at }) =>
      `<article><h2>${escapeHtml(subject || kind)}</h2><p>${escapeHtml(to)} · <time>${escapeHtml(at)}</time></p><pre>${withLinks(escapeHtml(text))}</pre></article>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Outbox</title>
<style>${style}</style><main><h1>Outbox</h1><p>E-mail and text messages of this development server. Nothing was delivered.</p>${list.join('') || '<p>Nothing was sent yet.</p>'}</main></html>`
}

const withLinks = (escaped: string): string =>
  escaped.replaceAll(/https?:\/\/[^\s<>"]+/g, (url) => `<a href="${url}">${url}</a>`)

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}main{max-width:760px;margin:auto;padding:24px}
article{margin-top:24px;padding:4px 20px;border:1px solid #8885;border-radius:12px}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}`
