import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { webFolder } from '../paths.ts'

type Words = { [key: string]: string | Words }

/** Looks up an English text of the web app, by `namespace.key.key`. */
export async function readWords(...namespaces: string[]): Promise<(key: string) => string> {
  const words: Words = {}
  for (const name of namespaces) {
    words[name] = JSON.parse(await readFile(join(webFolder, `messages/en/${name}.json`), 'utf8'))
  }
  return (key) => {
    let found: string | Words | undefined = words
    for (const part of key.split('.')) found = typeof found === 'object' ? found[part] : undefined
    if (typeof found !== 'string') throw new Error(`the web app has no words for ${key}`)
    return found
  }
}
