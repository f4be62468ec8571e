import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Namespace } from './messages.ts'

type ClientMessagesProps = { namespaces?: Namespace[]; children: ReactNode }

const everywhere: Namespace[] = ['common', 'errors']

/** Sends the client components below it the words of these namespaces, besides `common` and `errors`. */
export async function ClientMessages({ namespaces = [], children }: ClientMessagesProps) {
  const messages = await getMessages()
  const sent = Object.fromEntries([...everywhere, ...namespaces].map((name) => [name, messages[name]]))
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>
}
