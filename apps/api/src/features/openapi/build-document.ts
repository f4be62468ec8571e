import { can } from '@repo/auth/policy'
import { Problem } from '@repo/schemas/contract'
import { z } from 'zod'
import { declarationOf } from '../../http/endpoint.ts'
import type { EndpointDeclaration } from '../../http/endpoint-declaration.ts'

type Route = { method: string; path: string; handler: object }
type Json = Record<string, unknown>

/** The OpenAPI 3.1 document of the registered routes, made from the same declarations that serve them. */
export function buildDocument(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {}
  for (const { method, path, handler } of routes) {
    const declaration = declarationOf(handler)
    if (!declaration) continue
    const template = path.replaceAll(/:(\w+)/g, '{$1}')
    paths[template] = { ...paths[template], [method.toLowerCase()]: operation(declaration, method, path) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'RestAI', version: '1.0.0', description: 'QR ordering for restaurants.' },
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Problem: z.toJSONSchema(Problem, { io: 'output' }) },
    },
  }
}

function operation(declaration: EndpointDeclaration, method: string, path: string): Json {
  const { summary, guard, json, upload, idempotent, status = 200 } = declaration
  return {
    operationId: operationId(method, path),
    summary,
    tags: [guard.split(':')[0]],
    'x-permission': guard,
    security: can('anyone', guard) ? [] : [{ bearer: [] }],
    parameters: [
      ...parameters(declaration.params, 'path'),
      ...parameters(declaration.query, 'query'),
      ...(idempotent
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              required: true,
              schema: { type: 'string', minLength: 1, maxLength: 255 },
            },
          ]
        : []),
    ],
    ...(json && {
      requestBody: { required: true, content: { 'application/json': { schema: inputSchema(json) } } },
    }),
    ...(upload && { requestBody: { required: true, content: fileContent(upload.types) } }),
    responses: {
      [status]: success(declaration),
      default: {
        description: 'A problem document (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  }
}

const fileContent = (types: readonly string[]) =>
  Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))

function success({ returns, summary }: EndpointDeclaration): Json {
  if (returns === 'event-stream') return { description: summary, content: { 'text/event-stream': {} } }
  if (returns === 'bytes') return { description: summary }
  return {
    description: summary,
    content: {
      'application/json': { schema: z.toJSONSchema(returns, { io: 'output', unrepresentable: 'any' }) },
    },
  }
}

const inputSchema = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = inputSchema(schema) as {
    properties?: Record<string, Json>
    required?: string[]
  }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }))
}

const operationId = (method: string, path: string): string =>
  [method.toLowerCase(), ...path.split('/').filter((part) => part !== '' && part !== 'api')]
    .map((part) => part.replace(':', 'by_'))
    .join('_')
    .replaceAll('-', '_')
