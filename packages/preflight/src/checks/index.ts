import type { Check } from '../check.ts'
import { apiCsp } from './api-csp.ts'
import { apiHeaders } from './api-headers.ts'
import { bodySize } from './body-size.ts'
import { bolaGuest } from './bola-guest.ts'
import { bolaRead } from './bola-read.ts'
import { bolaWrite } from './bola-write.ts'
import { certificate } from './certificate.ts'
import { checkSession } from './check-session.ts'
import { clientBundle } from './client-bundle.ts'
import { contentType } from './content-type.ts'
import { cookieFlags } from './cookie-flags.ts'
import { corsForeign } from './cors-foreign.ts'
import { corsListed } from './cors-listed.ts'
import { csrf } from './csrf.ts'
import { errorBodies } from './error-bodies.ts'
import { health } from './health.ts'
import { healthSecret } from './health-secret.ts'
import { hiddenPaths } from './hidden-paths.ts'
import { hsts } from './hsts.ts'
import { httpRedirect } from './http-redirect.ts'
import { injection } from './injection.ts'
import { logout } from './logout.ts'
import { methods } from './methods.ts'
import { openPorts } from './open-ports.ts'
import { pageCsp } from './page-csp.ts'
import { pageHeaders } from './page-headers.ts'
import { rateLimit } from './rate-limit.ts'
import { rateLimitHeaders } from './rate-limit-headers.ts'
import { refreshRotation } from './refresh-rotation.ts'
import { roles } from './roles.ts'
import { serverBanner } from './server-banner.ts'
import { signInAnswers } from './sign-in-answers.ts'
import { signInBody } from './sign-in-body.ts'
import { signInLimit } from './sign-in-limit.ts'
import { signUpInput } from './sign-up-input.ts'
import { sourceMaps } from './source-maps.ts'
import { thirdParties } from './third-parties.ts'
import { tlsVersion } from './tls-version.ts'
import { tokenAltered } from './token-altered.ts'
import { tokenAudience } from './token-audience.ts'
import { tokenForged } from './token-forged.ts'
import { tokenLifetime } from './token-lifetime.ts'
import { tokenMissing } from './token-missing.ts'
import { unknownField } from './unknown-field.ts'

/** The checklist, in the order in which it runs: checks that use up a limit come last. */
export const checks: readonly Check[] = [
  apiHeaders,
  apiCsp,
  pageHeaders,
  pageCsp,
  hsts,
  serverBanner,
  tlsVersion,
  certificate,
  httpRedirect,
  openPorts,
  corsForeign,
  corsListed,
  csrf,
  cookieFlags,
  signInBody,
  tokenMissing,
  tokenForged,
  tokenAltered,
  tokenAudience,
  tokenLifetime,
  refreshRotation,
  logout,
  checkSession,
  bolaRead,
  bolaWrite,
  bolaGuest,
  roles,
  signUpInput,
  unknownField,
  contentType,
  bodySize,
  methods,
  injection,
  errorBodies,
  hiddenPaths,
  sourceMaps,
  clientBundle,
  thirdParties,
  health,
  healthSecret,
  signInAnswers,
  signInLimit,
  rateLimit,
  rateLimitHeaders,
]
