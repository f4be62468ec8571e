import type { z } from 'zod'
import { apiEnv } from './api-env.ts'
import { auditVerifyEnv } from './audit-verify-env.ts'
import { composeEnv, composePassThrough } from './compose-env.ts'
import { about } from './env-fields.ts'
import { migrateEnv } from './migrate-env.ts'
import { webEnv } from './web-env.ts'

type Shape = Record<string, z.ZodType>

const groups: readonly { title: string; shape: Shape }[] = [
  {
    title: `docker compose: these, and of the API's ${composePassThrough.join(', ')}`,
    shape: composeEnv().unwrap().shape,
  },
  { title: 'API', shape: apiEnv('production').unwrap().shape },
  { title: 'Migration', shape: migrateEnv('production').unwrap().shape },
  { title: 'Verification of the journal', shape: auditVerifyEnv('production').unwrap().shape },
  { title: 'Web server', shape: webEnv('production').unwrap().shape },
]

const head = `# Every variable that RestAI reads, written by \`pnpm --filter @repo/config env:example\`.
# \`pnpm dev\` needs none of them; \`pnpm secrets:init\` writes a production .env with fresh secrets.
# A secret may come from a file instead: NAME_FILE=/run/secrets/name. An empty value counts as missing.
`

/** The text of `.env.example`: each variable once, its purpose above it, its default, and no secret. */
export function renderEnvExample(): string {
  const seen = new Set<string>()
  const sections = groups.map(({ title, shape }) => {
    const fresh = Object.entries(shape).filter(([name]) => !seen.has(name))
    for (const [name] of fresh) seen.add(name)
    return [`# --- ${title}\n`, ...fresh.map(([name, schema]) => renderVariable(name, schema))].join('\n')
  })
  return [head, ...sections].join('\n')
}

function renderVariable(name: string, schema: z.ZodType): string {
  const entry = about.get(schema)
  if (!entry) throw new Error(`${name} has no description`)
  const whenMissing = schema.safeParse(undefined)
  const tags = [whenMissing.success ? 'optional' : 'required', ...(entry.secret ? ['secret'] : [])]
  const value = whenMissing.data === undefined ? '' : String(whenMissing.data)
  return `# ${entry.about} (${tags.join(', ')})\n${name}=${value}\n`
}
