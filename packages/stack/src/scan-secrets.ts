import { repoRoot } from './paths.ts'
import { red, say } from './progress.ts'
import { readAllowed } from './supply/find-secrets.ts'
import { scanBuild } from './supply/scan-build.ts'
import { scanImage } from './supply/scan-image.ts'
import { type Finding, scanRepository } from './supply/scan-repository.ts'

/**
 * `pnpm scan:secrets [staged | tree | history | build | images NAME…]`; tree and history without an argument.
 * Status 1: something was found.
 */
const [given, ...names] = process.argv.slice(2)
const allowed = readAllowed()
const scans: Record<string, () => Finding[]> = {
  staged: () => scanRepository(repoRoot, 'staged', allowed),
  tree: () => scanRepository(repoRoot, 'tree', allowed),
  history: () => scanRepository(repoRoot, 'history', allowed),
  build: () => scanBuild(allowed),
  images: () => names.flatMap((name) => scanImage(name, allowed)),
}
if (given === 'images' && names.length === 0) throw new Error('name the images')
const scopes = given !== undefined && given in scans ? [given] : ['tree', 'history']
const findings = scopes.flatMap((scope) => scans[scope]?.() ?? [])
for (const { kind, where, digest } of findings) say(red(`✗ ${where}  ${kind}  ${digest}`))
if (findings.length > 0)
  say(
    'A real secret: take it out and replace it where it is used. Otherwise: add its digest and the reason to allowed-secrets.json.',
  )
else say(`No secrets in ${scopes.join(' and ')}.`)
process.exitCode = findings.length > 0 ? 1 : 0
