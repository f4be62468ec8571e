import { Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/app-env.ts'
import { endpoint } from '../../http/endpoint.ts'
import { serveDocs } from './serve-docs.ts'
import { serveDocument } from './serve-document.ts'

export const openapiRoutes = new Hono<AppEnv>()
  .get(
    '/openapi.json',
    endpoint({
      summary: 'This API as an OpenAPI 3.1 document',
      guard: 'openapi:read',
      limit: 'otherPerAddress',
      returns: z.looseObject({ openapi: z.string() }),
    }),
    (c) => serveDocument(c),
  )
  .get(
    '/docs',
    endpoint({
      summary: 'The document as a page, in development',
      guard: 'openapi:read',
      limit: 'otherPerAddress',
      returns: 'bytes',
    }),
    (c) => serveDocs(c),
  )
