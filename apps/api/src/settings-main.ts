import { EnvError, loadEnv } from '@repo/config'

/** Checks the containers' settings before any of them starts or writes; exits with 1 and names every fault. */
const problems = (['compose', 'api'] as const).flatMap((name) => {
  try {
    loadEnv(name, process.env, 'production')
    return []
  } catch (error) {
    if (!(error instanceof EnvError)) throw error
    return error.faults.map(({ variable, problem }) => `${variable} ${problem}`)
  }
})

if (problems.length > 0) {
  process.stderr.write(
    `Nothing was started, because of these settings in .env:\n  ${problems.join('\n  ')}\n`,
  )
  process.exit(1)
}
