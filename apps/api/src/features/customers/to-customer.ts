import type { Customer } from '@repo/schemas/contract'

/** How a customer is shown to themself: enough of the destination to recognise it over a shoulder, and no more. */
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
