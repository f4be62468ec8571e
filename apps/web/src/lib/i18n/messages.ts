import type { Locale } from './locale.ts'
import type { messages as english } from './messages.en.ts'

export type Messages = typeof english
export type Namespace = keyof Messages

const catalogs: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('./messages.en.ts'),
  es: () => import('./messages.es.ts'),
}

export async function loadMessages(locale: Locale): Promise<Messages> {
  const { messages } = await catalogs[locale]()
  return messages
}
