import type { Customer } from '@repo/schemas/contract'

/** A customer as shown to themself: just enough of the destination to recognise it. */
export const toCustomer = ({
  channel,
  destination,
  name,
}: {
  channel: string
  destination: string
  name: string
}): Customer =>
  channel === 'email'
    ? { name, channel: 'email', destination: destination.replace(/^(.)[^@]*/, '$1…') }
    : { name, channel: 'sms', destination: `${destination.slice(0, 3)}…${destination.slice(-2)}` }
