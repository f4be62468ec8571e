import { readFile } from 'node:fs/promises'
import { failureLine, neverSilent, type Outcome } from './outcome.ts'

type Problem = { message?: string }
type Spec = {
  title: string
  file: string
  line: number
  tests: { projectName: string; status: string; results: { errors: Problem[] }[] }[]
}
type Suite = { suites?: Suite[]; specs?: Spec[] }
type PlaywrightReport = { suites: Suite[]; errors: Problem[] }

/** Reads the JSON report of a Playwright run that ended with `status`. A missing report counts as one failure. */
export async function playwrightOutcome(file: string, status = 0): Promise<Outcome> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  if (text === undefined) return { passed: 0, failures: ['playwright wrote no report'] }
  return neverSilent(readPlaywright(JSON.parse(text) as PlaywrightReport), status)
}

/** A skipped test proves nothing and a flaky one proves too little: both count as failed. */
export function readPlaywright({ suites, errors }: PlaywrightReport): Outcome {
  const runs = suites.flatMap(specsOf).flatMap((spec) => spec.tests.map((test) => ({ spec, test })))
  const failed = runs.filter(({ test }) => test.status !== 'expected')
  return {
    passed: runs.length - failed.length,
    failures: [
      ...failed.map(({ spec, test }) => {
        const problem = test.results.flatMap((result) => result.errors)[0]
        const name = `[${test.projectName}] ${spec.file}:${spec.line} › ${spec.title}`
        return failureLine(name, problem?.message ?? test.status)
      }),
      ...errors.map(({ message = '' }) => failureLine('outside of tests', message)),
    ],
  }
}

const specsOf = ({ suites = [], specs = [] }: Suite): Spec[] => [...specs, ...suites.flatMap(specsOf)]
