import { type Check, judge } from '../check.ts'
import { headerOf, jsonOf } from '../probe/answer.ts'
import { type Answer, collectAnswers } from '../probe/answers.ts'
import { leaksOf } from '../probe/leaks.ts'

export const errorBodies: Check = {
  id: 'error-bodies',
  rows: ['S1-32', 'S1-116', 'S3-02', 'S4-20', 'S4-54', 'S1-C10'],
  title: 'Errors are problem documents with a code and the request id, and tell nothing else',
  severity: 'high',
  remedy: 'Answer every error through one function; log the details under the request id.',
  async run(target) {
    const errors = (await collectAnswers(target)).filter(({ status }) => status >= 400)
    return judge(errors.flatMap(problemFaults), `${errors.length} errors`)
  },
}

function problemFaults({ what, reply, canary }: Answer): string[] {
  const { code, requestId, status } = jsonOf(reply)
  const type = headerOf(reply, 'content-type')
  const rules: [boolean, string][] = [
    [/^application\/problem\+json\b/.test(type), `is ${type || 'untyped'}`],
    [typeof code === 'string' && /^[A-Z_]+$/.test(code), 'has no code'],
    [typeof requestId === 'string' && requestId.length >= 16, 'has no requestId'],
    [headerOf(reply, 'x-request-id') === requestId, 'names another request than X-Request-ID'],
    [status === reply.status, `says status ${status}`],
    [!reply.body.includes(canary), 'echoes what was sent'],
  ]
  const broken = rules.filter(([isKept]) => !isKept).map(([, fault]) => `${what} ${fault}`)
  return [...broken, ...leaksOf(reply.body).map((leak) => `${what} shows ${leak}`)]
}
