import { join } from 'node:path'
import { apiFolder, webFolder } from '../paths.ts'
import { scanFolder } from './scan-folder.ts'
import type { Finding } from './scan-repository.ts'

/** Looks for secrets in what browsers are given and in what the API runs. `pnpm build` comes first. */
export const scanBuild = (allowed: ReadonlySet<string>): Finding[] =>
  [join(webFolder, '.next/static'), join(apiFolder, 'dist')].flatMap((folder) => scanFolder(folder, allowed))
