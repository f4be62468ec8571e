const home = '/tables'

/** Where to go after signing in: a path of this site, never an address of another. */
export function safeNextPath(wanted: string | undefined): string {
  if (!wanted?.startsWith('/') || /^\/[/\\]|[\\\s]/.test(wanted)) return home
  return wanted
}
