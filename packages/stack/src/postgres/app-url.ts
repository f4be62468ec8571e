import { createHmac } from 'node:crypto'

/** The application role's connection to the same database; its password follows from the administrator's. */
export function appUrl(adminUrl: string): string {
  const url = new URL(adminUrl)
  url.password = createHmac('sha256', url.password).update('restai_app').digest('base64url')
  url.username = 'restai_app'
  return url.href
}
