import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { formats } from './formats.ts'
import { localeCookie } from './locale.ts'
import { loadMessages } from './messages.ts'
import { negotiateLocale } from './negotiate-locale.ts'

// next-intl looks for a default export here.
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value
  const locale = negotiateLocale(chosen, (await headers()).get('accept-language'))
  return { locale, messages: await loadMessages(locale), formats, timeZone: 'UTC' }
})
