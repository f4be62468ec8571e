import type { SentMessage } from '../../senders/senders.ts'

/** The last messages, newest first, with their links ready to follow. */
export function renderOutbox(messages: readonly SentMessage[]): string {
  const list = messages.map(
    ({ kind, to, subject, text, at }) =>
      `<article><h2>${escapeHtml(subject || kind)}</h2><p>${escapeHtml(to)} · <time>${escapeHtml(at)}</time></p><pre>${withLinks(escapeHtml(text))}</pre></article>`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Outbox</title>
<style>${style}</style><main><h1>Outbox</h1><p>E-mail and text messages of this development server. Nothing was delivered.</p>${list.join('') || '<article><h2>Nothing has been sent yet</h2><p>Ask for a new password, invite a colleague, or keep a guest’s history.</p></article>'}</main></html>`
}

const withLinks = (escaped: string): string =>
  escaped.replaceAll(/https?:\/\/[^\s<>"]+/g, (url) => `<a href="${url}">${url}</a>`)

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = `:root{color-scheme:light dark;--ground:oklch(.966 .008 100);--card:oklch(.992 .003 100);--ink:oklch(.235 .022 55);--muted:oklch(.455 .02 62);--link:oklch(.41 .095 158)}
@media(prefers-color-scheme:dark){:root{--ground:oklch(.178 .01 62);--card:oklch(.22 .012 62);--ink:oklch(.958 .008 92);--muted:oklch(.77 .015 82);--link:oklch(.815 .095 158)}}
body{margin:0;background:var(--ground);color:var(--ink);font:450 1rem/1.5 system-ui,sans-serif}main{max-width:47.75rem;margin:auto;padding:1.5rem 1.125rem 3rem}
h1{margin:0;font-size:1.9rem;letter-spacing:-.03em;line-height:1.1}h2{margin:0;font-size:1.2rem;letter-spacing:-.02em;line-height:1.2}p{margin:.375rem 0 0;color:var(--muted);overflow-wrap:anywhere}
article{margin-top:1.25rem;padding:1.25rem 1.375rem;border-radius:1.375rem;background:var(--card);box-shadow:0 1px 3px #0002}
pre{margin:1rem 0 0;white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}a{color:var(--link);font-weight:600}`
