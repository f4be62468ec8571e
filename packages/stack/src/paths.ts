import { join } from 'node:path'

/** The checkout. */
export const repoRoot = join(import.meta.dirname, '../../..')

/** Git-ignored: the development database, generated secrets, records of runners, reports of tests. */
export const dataFolder = join(repoRoot, '.data')

/** Where the pinned tools are, whatever PATH says. */
export const toolsFolder = join(repoRoot, 'node_modules', '.bin')

export const apiFolder = join(repoRoot, 'apps/api')
export const webFolder = join(repoRoot, 'apps/web')
export const e2eFolder = join(repoRoot, 'apps/e2e')
