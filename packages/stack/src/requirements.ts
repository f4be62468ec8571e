import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repoRoot } from './paths.ts'
import { readRequirements, renderRequirements, tableFile } from './supply/requirements.ts'

/** `pnpm requirements`: writes the table anew after its list was edited. */
writeFileSync(join(repoRoot, tableFile), renderRequirements(readRequirements()))
