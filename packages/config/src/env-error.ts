/** One variable and what is wrong with it: "`variable` `problem`". The value itself is never quoted. */
export type EnvFault = { readonly variable: string; readonly problem: string }

/** Everything that is wrong with an environment, at once. */
export class EnvError extends Error {
  override readonly name = 'EnvError'
  readonly faults: readonly EnvFault[]

  constructor(process: string, faults: readonly EnvFault[]) {
    const lines = faults.map(({ variable, problem }) => `  ${variable} ${problem}`)
    super([`The environment of ${process} is not usable:`, ...lines].join('\n'))
    this.faults = faults
  }
}
