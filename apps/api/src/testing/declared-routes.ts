import type { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { declarationOf } from '../http/endpoint.ts'
import type { EndpointDeclaration } from '../http/endpoint-declaration.ts'

export type DeclaredRoute = { method: string; path: string; declaration: EndpointDeclaration }

/** The registered routes with their declarations: the source of every generated test. */
export const declaredRoutes = (app: Pick<Hono<AppEnv>, 'routes'>): DeclaredRoute[] =>
  app.routes.flatMap(({ method, path, handler }) => {
    const declaration = declarationOf(handler)
    return declaration ? [{ method, path, declaration }] : []
  })

/** Names of the parameters in a path. */
export const pathParameters = (path: string): string[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
