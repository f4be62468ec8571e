import { spawnSync } from 'node:child_process'
import { repoRoot } from '../paths.ts'

type Bom = { bomFormat: string; components: { name: string; group?: string; purl: string }[] }

const apps = ['--filter-prod', '@repo/api...', '--filter-prod', '@repo/web...']

/** The bill of materials (CycloneDX) of what runs in production, or of everything in the lockfile; needs no network. */
export function readBom(scope: 'production' | 'everything'): Bom {
  const filters = scope === 'production' ? [...apps, 'sbom', '--prod'] : ['sbom']
  const format = ['--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--lockfile-only']
  const options = { cwd: repoRoot, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const
  const { status, stdout, stderr } = spawnSync('pnpm', [...filters, ...format], options)
  if (status !== 0) throw new Error(`pnpm sbom ended with status ${status}\n${stderr}`)
  return JSON.parse(stdout) as Bom
}

/** Package URLs of every third-party package in the lockfile, with their versions. */
export const listPackages = (): string[] =>
  readBom('everything')
    .components.filter(({ group }) => group !== '@repo')
    .map(({ purl }) => purl)
