import type { Reply } from '../exchange.ts'
import { perTarget, type Target } from '../target.ts'

export type Script = { path: string; text: string }

/** Pages that every deployment has and anyone may open. */
export const publicPages = ['/', '/sign-in', '/sign-up'] as const

const maxScripts = 60
/** Chunks that a page loads later are named in its data. */
const chunkAddress = /\/_next\/static\/[\w./~-]+\.js/g

export const loadPages = perTarget((target: Target) =>
  Promise.all(publicPages.map(async (path) => ({ path, reply: await target.send(path) }))),
)

/** Addresses in a page that the browser loads from by itself. */
export function loadedFrom({ body }: Pick<Reply, 'body'>, site: URL): URL[] {
  const tags = body.match(/<(?:script|link|img|source|iframe|video|audio|embed)\b[^>]*>/gi) ?? []
  const fetched = tags.filter((tag) => !/\brel="?(?:canonical|alternate|author|license)\b/i.test(tag))
  return fetched
    .flatMap((tag) => /\s(?:src|href)\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1] ?? [])
    .map((address) => URL.parse(address.replaceAll('&amp;', '&'), site.href))
    .filter((url) => url !== null && url.protocol !== 'data:') as URL[]
}

/** The site's own scripts, as the public pages name them. */
export const loadScripts = perTarget(async (target: Target): Promise<Script[]> => {
  const pages = await loadPages(target)
  const { site } = target.options
  const tags = pages.flatMap(({ reply }) => loadedFrom(reply, site))
  const own = tags.filter((url) => url.origin === site.origin && url.pathname.endsWith('.js'))
  const named = pages.flatMap(({ reply }) => reply.body.match(chunkAddress) ?? [])
  const paths = [...new Set([...own.map((url) => url.pathname + url.search), ...named])].slice(0, maxScripts)
  const replies = await Promise.all(paths.map(async (path) => ({ path, reply: await target.send(path) })))
  return replies
    .filter(({ reply }) => reply.status === 200)
    .map(({ path, reply }) => ({ path, text: reply.body }))
})
