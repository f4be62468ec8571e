import type { Hono } from 'hono'
import type { AppEnv } from './app-env.ts'
import { declarationOf } from './endpoint.ts'

const patterns = new WeakMap<object, { method: string; pattern: RegExp }[]>()

/** Methods that the path answers to; empty when nothing lives there. */
export function allowedMethods(app: Hono<AppEnv>, path: string): string[] {
  let routes = patterns.get(app)
  if (!routes) {
    routes = app.routes
      .filter((route) => declarationOf(route.handler) !== undefined)
      .map(({ method, path: template }) => ({ method, pattern: toPattern(template) }))
    patterns.set(app, routes)
  }
  const methods = new Set(routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method))
  if (methods.has('GET')) methods.add('HEAD')
  return [...methods]
}

const toPattern = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split('/')
      .map((part) => (part.startsWith(':') ? '[^/]+' : RegExp.escape(part)))
      .join('/')}$`,
  )
