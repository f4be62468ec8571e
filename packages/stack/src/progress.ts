const { stdout } = process
const shown = stdout.isTTY && !process.env.CI
const paint = (code: number, text: string) => (stdout.isTTY ? `\u001b[${code}m${text}\u001b[0m` : text)

export const green = (text: string) => paint(32, text)
export const red = (text: string) => paint(31, text)
export const dim = (text: string) => paint(2, text)

export const say = (line = '') => stdout.write(`${line}\n`)

export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** Runs one step: names it while it runs, then says how long it took and what the step reports. */
export async function step<T>(name: string, work: () => Promise<T>, note: (result: T) => string = () => '') {
  const start = performance.now()
  const line = (mark: string, rest: string) => `  ${mark} ${name.padEnd(18)}${rest}`
  if (shown) stdout.write(line(dim('·'), dim('…')))
  const finish = (mark: string, text: string) => {
    const took = seconds(performance.now() - start).padStart(7)
    say(`${shown ? '\r\u001b[K' : ''}${line(mark, took)}${text && `   ${dim(text)}`}`)
  }
  try {
    const result = await work()
    finish(green('✓'), note(result))
    return result
  } catch (error) {
    finish(red('✗'), '')
    throw error
  }
}
