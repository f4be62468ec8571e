import type { Deps } from '../../http/deps.ts'

/** Address of a page with a token in its fragment, which browsers send to no server and write into no log. */
export const pageLink = ({ env }: Deps, path: string, token: string): string =>
  `${env.CORS_ORIGINS[0] ?? ''}${path}#${token}`
