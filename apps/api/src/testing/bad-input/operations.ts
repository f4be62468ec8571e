import { type ActorKind, policy } from '@repo/auth/policy'
import { audienceOf } from '../expect-access.ts'

export type Json = Record<string, unknown>
export type Operation = {
  method: string
  /** `/api/branches/{branchId}`. */
  template: string
  audience: 'anyone' | 'staff' | 'customer' | 'device'
  parameters: readonly { name: string; in: string; schema: Json }[]
  /** Schema of the body; undefined for an operation without one. */
  body: Json | undefined
}

type Document = {
  paths: Record<
    string,
    Record<string, Json & { parameters?: Operation['parameters']; requestBody?: RequestBody }>
  >
}
type RequestBody = { content: Record<string, { schema?: Json }> }

/** The operations of a served OpenAPI document. */
export const readOperations = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      template,
      audience: audienceFor(String(operation['x-permission'])),
      parameters: operation.parameters ?? [],
      body: operation.requestBody?.content['application/json']?.schema,
    })),
  )

/** Who may call it; staff rather than their devices. */
function audienceFor(permission: string): Operation['audience'] {
  const kinds = policy[permission as keyof typeof policy].actors as readonly ActorKind[]
  if (kinds.includes('anyone')) return 'anyone'
  const audiences = kinds.map(audienceOf)
  return audiences.find((audience) => audience !== 'device') ?? 'device'
}

/** Methods that an address answers to: more than its template's where another template fits it as well. */
export const methodsAt = (path: string, operations: readonly Operation[]): string[] => [
  ...new Set(operations.filter(({ template }) => patternOf(template).test(path)).map(({ method }) => method)),
]

const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .split(/\{\w+\}/)
      .map((text) => RegExp.escape(text))
      .join('[^/]+')}$`,
  )
