import { type Check, judge } from '../check.ts'
import { unlike } from '../probe/answer.ts'
import { renewGuest } from '../probe/answers.ts'

const types = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'application/json; charset=utf-16',
  undefined,
]

export const contentType: Check = {
  id: 'content-type',
  rows: ['S1-25', 'S1-C05', 'S4-15'],
  title: 'JSON routes take application/json and nothing else, so that no form can post to them',
  severity: 'medium',
  remedy: 'Demand the content type before a body is read; answer 415.',
  async run(target) {
    const body = JSON.stringify({ attemptId: '00000000-0000-4000-8000-000000000000' })
    const faults = await Promise.all(
      types.map(async (type) => {
        const headers = type === undefined ? {} : { 'content-type': type }
        const reply = await target.send(renewGuest, { method: 'POST', headers, body })
        return unlike(type ?? 'no content type', reply, { status: 415, code: 'UNSUPPORTED_MEDIA' })
      }),
    )
    return judge(faults, `${types.length} other types`)
  },
}
