type Operation = {
  summary: string
  tags: string[]
  'x-permission': string
  parameters: { name: string; in: string; required: boolean }[]
  requestBody?: { content: Record<string, { schema: unknown }> }
  responses: Record<string, { description: string; content?: Record<string, { schema?: unknown }> }>
}
type OpenapiDocument = {
  info: { title: string; description: string }
  paths: Record<string, Record<string, Operation>>
}

/** A readable page of the OpenAPI document: one closed section per operation, grouped by tag. */
export function renderDocs({ info, paths }: OpenapiDocument): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags[0] ?? '')
  const sections = [...groups].map(
    ([tag, list]) =>
      `<h2>${escapeHtml(tag)}</h2>${list.map(({ path, method, operation }) => renderOperation(path, method, operation)).join('')}`,
  )
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(info.title)} API</title>
<style>${style}</style><main><h1>${escapeHtml(info.title)} API</h1><p>${escapeHtml(info.description)} Raw: <a href="/api/openapi.json">openapi.json</a></p>${sections.join('')}</main></html>`
}

function renderOperation(path: string, method: string, operation: Operation): string {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const replies = Object.entries(operation.responses).map(
    ([status, { description, content }]) =>
      `<h4>${escapeHtml(status)} ${escapeHtml(description)}</h4>${renderSchema(Object.values(content ?? {})[0]?.schema)}`,
  )
  const parameters = operation.parameters.map(
    ({ name, in: place, required }) =>
      `<li><code>${escapeHtml(name)}</code> in ${place}${required ? ', required' : ''}</li>`,
  )
  return `<details><summary><b>${method.toUpperCase()}</b> <code>${escapeHtml(path)}</code> ${escapeHtml(operation.summary)}</summary>
<p>Permission <code>${escapeHtml(operation['x-permission'])}</code></p><ul>${parameters.join('')}</ul>
${body ? `<h4>Body</h4>${renderSchema(body)}` : ''}${replies.join('')}</details>`
}

const renderSchema = (schema: unknown): string =>
  schema === undefined ? '' : `<pre>${escapeHtml(JSON.stringify(schema, null, 2))}</pre>`

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const style = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}main{max-width:960px;margin:auto;padding:24px}
summary{padding:8px 0;cursor:pointer}b{display:inline-block;min-width:64px}pre{overflow:auto;padding:12px;border:1px solid #8885;border-radius:8px;font-size:13px}h2{margin-top:32px;text-transform:capitalize}`
