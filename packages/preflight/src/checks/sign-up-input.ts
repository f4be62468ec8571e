import { randomUUID } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import { codeOf, unlike } from '../probe/answer.ts'
import { registration } from '../probe/tenants.ts'
import { Skipped } from '../skipped.ts'

const password = 'Correct-horse-42-battery'
const wrong: Record<string, object> = {
  'a password of 11': { password: 'Vx7-kQ2-mB9' },
  'a password of 129': { password: `Vx7-${'kQ2-mB9-zR4'.repeat(20)}`.slice(0, 129) },
  'a common password': { password: 'Password12345' },
  'an e-mail of 255': { email: `${'a'.repeat(240)}@preflight.test` },
  'a name that turns the line around': { name: 'Ana\u202Elive' },
  'a name of two lines': { name: 'Ana\nLuz' },
  'a negative tax': { taxRatePpm: -1 },
  'half a table': { tableCount: 1.5 },
}

export const signUpInput: Check = {
  id: 'sign-up-input',
  rows: ['S1-26', 'S1-27', 'S1-28', 'S1-29', 'S1-30', 'S4-16', 'S4-18', 'S4-20', 'S1-C05', 'S4-C04'],
  title: 'Sign-up refuses weak passwords, deceptive names and numbers out of bounds',
  severity: 'high',
  remedy: 'Parse sign-ups with the schemas of the contract; judge passwords before anything is written.',
  async run(target) {
    const { signupToken } = target.options
    if (signupToken === undefined) throw new Skipped('needs sign-up: pass --signup-token')
    const faults = await Promise.all(
      Object.entries(wrong).map(async ([what, change]) => {
        const email = `preflight-${randomUUID()}@preflight.invalid`
        const names = { organizationName: 'Preflight', branchName: 'Preflight' }
        const json = { ...registration, ...names, signupToken, email, password, ...change }
        const reply = await target.send('/api/auth/register', { method: 'POST', json })
        if (codeOf(reply) === 'SIGNUP_CLOSED') throw new Skipped('sign-up is closed')
        return unlike(what, reply, { status: 400, code: 'VALIDATION_FAILED' })
      }),
    )
    return judge(faults, Object.keys(wrong).join(', '))
  },
}
