import { generateSecret } from './generate-secrets.ts'

const rotated = ['JWT_SECRET', 'JWT_REFRESH_SECRET'] as const
/** Old values that still verify; a third rotation within their time signs out those absent since. */
const keptPrevious = 2

export type RotatedSecret = (typeof rotated)[number]

export const isRotated = (name: string): name is RotatedSecret =>
  (rotated as readonly string[]).includes(name)

/**
 * The text of an environment file with fresh signing secrets; the old ones keep verifying from `…_PREVIOUS`, so that
 * nobody is signed out. Every other line stays as it is.
 * @throws Error for a secret that the file does not hold
 */
export function rotateSecrets(file: string, names: readonly RotatedSecret[] = rotated): string {
  return names.reduce((text, name) => {
    const current = readValue(text, name)
    if (!current) throw new Error(`${name} is not in the file`)
    const previous = (readValue(text, `${name}_PREVIOUS`) ?? '').split(',').filter(Boolean)
    const kept = [current, ...previous].slice(0, keptPrevious)
    return withValue(withValue(text, `${name}_PREVIOUS`, kept.join(',')), name, generateSecret())
  }, file)
}

const lineOf = (name: string) => new RegExp(`^${name}=(.*)$`, 'm')
const readValue = (text: string, name: string): string | undefined => lineOf(name).exec(text)?.[1]?.trim()

function withValue(text: string, name: string, value: string): string {
  const line = `${name}=${value}`
  if (lineOf(name).test(text)) return text.replace(lineOf(name), () => line)
  return `${text}${text.endsWith('\n') ? '' : '\n'}${line}\n`
}
