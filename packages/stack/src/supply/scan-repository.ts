import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FoundSecret, findSecrets } from './find-secrets.ts'

export type Finding = FoundSecret & { where: string }
export type Scope = 'staged' | 'tree' | 'history'

const maxBytes = 512 * 1024 * 1024
const skipped = /(^|\/)(pnpm-lock\.yaml|meta\/\d+_snapshot\.json)$|\.(png|jpe?g|webp|avif|ico|woff2?|pdf)$/

const isTest = /\.(test|spec)\.tsx?$|\/testing\//

/** Looks for secrets in what is about to be committed, in the files of the tree, or in every line that was ever added. */
export function scanRepository(folder: string, scope: Scope, allowed: ReadonlySet<string>): Finding[] {
  // The scan may run as another user than the owner of the checkout, as in containers.
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', `safe.directory=${folder}`, ...args], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: maxBytes,
    })
  if (scope === 'tree') {
    const files = git('ls-files', '-z', '--cached', '--others', '--exclude-standard')
      .split('\0')
      .filter(Boolean)
    return files
      .filter((file) => !skipped.test(file))
      .flatMap((file) => inText(file, readIfPresent(join(folder, file)), allowed))
  }
  const diff = ['--no-color', '--no-ext-diff', '--no-renames', '--unified=0', '--text']
  const text =
    scope === 'staged'
      ? git('diff', '--cached', ...diff)
      : git('log', '--all', '--patch', '--format=commit %H', ...diff)
  return inDiff(text, allowed)
}

const inText = (where: string, text: string, allowed: ReadonlySet<string>): Finding[] =>
  findSecrets(text, { allowed, formatsOnly: isTest.test(where) }).map((found) => ({
    ...found,
    where: `${where}:${found.line}`,
  }))

/** Added lines only, gathered by commit and file. */
function inDiff(text: string, allowed: ReadonlySet<string>): Finding[] {
  const added = new Map<string, string[]>()
  let commit = ''
  let lines: string[] | undefined
  for (const line of text.split('\n')) {
    if (line.startsWith('commit ')) commit = `${line.slice(7, 19)} `
    else if (line.startsWith('+++ ')) {
      const file = line.slice(6)
      lines = skipped.test(file) ? undefined : []
      if (lines) added.set(`${commit}${file}`, lines)
    } else if (line.startsWith('+')) lines?.push(line.slice(1))
  }
  return [...added].flatMap(([where, all]) => inText(where, all.join('\n'), allowed))
}

/** A tracked file may have been deleted without that being staged. */
function readIfPresent(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
