import { type Check, judge } from '../check.ts'
import { refusalFault } from '../probe/refused-token.ts'
import { sharedSignIn } from '../probe/sign-in.ts'

export const tokenAudience: Check = {
  id: 'token-audience',
  rows: ['S1-06', 'S1-07', 'S2-13', 'S1-C01'],
  title: "A staff token opens no guest's route",
  severity: 'critical',
  remedy: 'Demand the audience of the route when a token is verified.',
  async run(target) {
    const { accessToken } = await sharedSignIn(target)
    const paths = ['/api/customer/session', '/api/customer/events']
    const faults = await Promise.all(paths.map((path) => refusalFault(target, path, accessToken, path)))
    return judge(faults, paths.join(', '))
  },
}
