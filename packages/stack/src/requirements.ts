import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repoRoot } from './paths.ts'
import {
  readRequirements,
  renderRequirements,
  renderSecurity,
  securityFile,
  tableFile,
} from './supply/requirements.ts'

/** `pnpm requirements`: rewrites the tables after their list was edited. */
const rows = readRequirements()
writeFileSync(join(repoRoot, tableFile), renderRequirements(rows))
const security = join(repoRoot, securityFile)
writeFileSync(security, renderSecurity(readFileSync(security, 'utf8'), rows))
