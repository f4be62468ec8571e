/** Runs once when the server starts: missing or wrong settings stop it there, not at the first guest. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { apiInternalUrl } = await import('./lib/web-env.ts')
  apiInternalUrl()
}
