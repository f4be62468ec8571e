import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { repoRoot } from './paths.ts'
import { renderTemplates } from './supply/render-templates.ts'

/** Rewrites the checklists of releases and pull requests. */
for (const [path, text] of Object.entries(renderTemplates())) {
  mkdirSync(dirname(join(repoRoot, path)), { recursive: true })
  writeFileSync(join(repoRoot, path), text)
}
