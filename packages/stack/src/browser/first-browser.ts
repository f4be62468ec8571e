export type BrowserSource = { name: string; find(): Promise<string | undefined> }

/** The first source whose browser runs. One that was asked for by name is taken or refused, never skipped. */
export async function firstBrowser(
  asked: string | undefined,
  sources: readonly BrowserSource[],
  runs: (path: string) => Promise<boolean>,
): Promise<{ path: string; name: string }> {
  if (asked) {
    if (await runs(asked)) return { path: asked, name: 'E2E_CHROMIUM' }
    throw new Error(`E2E_CHROMIUM is ${asked}, which does not run`)
  }
  const faults: string[] = []
  for (const { name, find } of sources) {
    try {
      const path = await find()
      if (path !== undefined && (await runs(path))) return { path, name }
      faults.push(`${name}: ${path === undefined ? 'none' : `${path} does not run`}`)
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : error}`)
    }
  }
  throw new Error(`No browser for the tests. Set E2E_CHROMIUM to a Chromium.\n${faults.join('\n')}`)
}
