/** The checklist before each release: the API's twenty checks and the server's twelve. */
export type ReleaseCheck = { title: string; severity: 'critical' | 'high' | 'medium'; proves: string }

export const apiChecks: readonly ReleaseCheck[] = [
  {
    title: 'Authentication',
    severity: 'critical',
    proves: 'tokens are verified with a fixed algorithm, issuer and audience; unsigned ones never pass',
  },
  {
    title: 'Token lifetime',
    severity: 'critical',
    proves: 'access ends within 15 minutes, and a refresh token works once',
  },
  {
    title: 'Token storage',
    severity: 'critical',
    proves: 'the refresh token is in an HttpOnly Secure cookie, and no token is in web storage',
  },
  {
    title: 'Authorization',
    severity: 'critical',
    proves: 'every route checks access to the object asked for, and the access matrix has no mismatch',
  },
  {
    title: 'Input',
    severity: 'critical',
    proves: 'all input passes a strict schema before it is used',
  },
  {
    title: 'Injection',
    severity: 'critical',
    proves: 'SQL takes values as parameters, and no command or markup is built from text',
  },
  {
    title: 'Rate limits',
    severity: 'high',
    proves: 'sign-in and every other route are limited, and replies say how much is left',
  },
  {
    title: 'CORS',
    severity: 'high',
    proves: 'only exact origins are granted, never a wildcard with credentials',
  },
  {
    title: 'Security headers',
    severity: 'high',
    proves: 'CSP, HSTS, nosniff, framing and referrer rules stand on every status',
  },
  {
    title: 'Errors',
    severity: 'high',
    proves: 'production reveals neither stack nor SQL, only a code and the request id',
  },
  {
    title: 'Secrets',
    severity: 'critical',
    proves: 'none is in the tree or its history, and a start without good ones is refused',
  },
  {
    title: 'Dependencies',
    severity: 'high',
    proves: 'no advisory of high or critical severity, a committed lockfile, a strict install',
  },
  {
    title: 'HTTPS',
    severity: 'critical',
    proves: 'plain http is redirected or refused, and cookies are Secure',
  },
  {
    title: 'Logging',
    severity: 'medium',
    proves: 'sign-ins, denials and changes are recorded, and no secret or personal data is',
  },
  { title: 'Request size', severity: 'medium', proves: 'bodies, uploads and pages have limits that hold' },
  {
    title: 'Outgoing requests',
    severity: 'medium',
    proves: 'outgoing addresses are checked and pinned, private ones refused, redirects off',
  },
  {
    title: 'Account lockout',
    severity: 'high',
    proves: 'five failures lock, the lock is recorded, and nobody can lock a colleague out',
  },
  {
    title: 'Webhooks',
    severity: 'high',
    proves: 'signatures and their age are checked before a payload is read',
  },
  {
    title: 'Administration',
    severity: 'critical',
    proves: 'back-office routes require their role, and attempts without it are recorded',
  },
  { title: 'Mass assignment', severity: 'high', proves: 'an update changes only listed fields' },
]

export const serverChecks: readonly ReleaseCheck[] = [
  {
    title: 'Headers come first',
    severity: 'high',
    proves: 'a response without the security headers cannot be made',
  },
  {
    title: 'Limits everywhere',
    severity: 'high',
    proves: 'each route names its limit, and those of sign-in are the strictest',
  },
  { title: 'Origins', severity: 'high', proves: 'the list of allowed origins is explicit' },
  { title: 'Validation', severity: 'critical', proves: 'a route without schemas does not register' },
  {
    title: 'Secrets outside the source',
    severity: 'critical',
    proves: 'they come from the environment or from mounted files',
  },
  { title: 'Audit', severity: 'high', proves: '`pnpm audit:dependencies` ended with status 0, not with 3' },
  {
    title: 'Parameterized SQL',
    severity: 'critical',
    proves: 'the source law that forbids SQL from text is green',
  },
  {
    title: 'TLS',
    severity: 'critical',
    proves: 'the site is reached over https with HSTS, and PostgreSQL over verified TLS',
  },
  { title: 'Tokens', severity: 'critical', proves: 'short, stored where they belong, and of one algorithm' },
  {
    title: 'Security events',
    severity: 'medium',
    proves: 'they reach somebody who reads them, and `pnpm audit:verify` finds the journal intact',
  },
  {
    title: 'Updates',
    severity: 'high',
    proves: 'versions are pinned, and the weekly updates have been looked at',
  },
  { title: 'Hooks', severity: 'high', proves: 'a commit with a secret in it is refused' },
]
