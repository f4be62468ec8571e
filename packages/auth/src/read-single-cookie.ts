/**
 * The value of a cookie in a `Cookie` header. Undefined when it is absent or there twice: a neighbouring host planted one
 * of them, and nothing tells which.
 */
export function readSingleCookie(header: string | null, name: string): string | undefined {
  const prefix = `${name}=`
  const [value, ...others] = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(prefix))
    .map((part) => part.slice(prefix.length))
  return others.length === 0 ? value : undefined
}
