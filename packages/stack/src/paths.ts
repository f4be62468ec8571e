import { join } from 'node:path'

/** The checkout. */
export const repositoryRoot = join(import.meta.dirname, '../../..')

/** Git-ignored: the development database, generated secrets, records of runners, reports of tests. */
export const dataFolder = join(repositoryRoot, '.data')

/** Where the pinned tools are, whatever PATH says. */
export const toolsFolder = join(repositoryRoot, 'node_modules', '.bin')

export const apiFolder = join(repositoryRoot, 'apps/api')
export const webFolder = join(repositoryRoot, 'apps/web')
export const e2eFolder = join(repositoryRoot, 'apps/e2e')
