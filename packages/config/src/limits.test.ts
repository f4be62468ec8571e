import { expect, it } from 'vitest'
import {
  accessToken,
  audit,
  outgoing,
  page,
  password,
  photo,
  rateLimit,
  refreshToken,
  requestSize,
  secret,
  timeout,
  webhook,
} from './limits.ts'

const minute = 60
const hour = 3_600
const day = 86_400
const kibibyte = 1_024
const perMinute = (max: number) => ({ max, windowSeconds: minute })
const perHour = (max: number) => ({ max, windowSeconds: hour })

/** Written out a second time, because the other tests read the declared figures and would follow a change. */
const promised: readonly [promise: string, declared: unknown, figure: unknown][] = [
  ['an access token lives 15 minutes at most', accessToken.maxLifetimeSeconds, 900],
  ['two clocks may differ by 5 seconds', accessToken.clockToleranceSeconds, 5],
  ['staff are signed out after an idle week, and after a month', refreshToken.staff, idle(7 * day, 30 * day)],
  ['guests are signed out after six idle hours, and a day', refreshToken.guest, idle(6 * hour, day)],
  ['a device is forgotten after a month switched off', refreshToken.device, idle(30 * day, Infinity)],
  ['a refresh token has 256 bits', refreshToken.bytes, 32],
  ['a signing secret is made of 48 bytes', secret.generatedBytes, 48],
  ['a signing secret has 256 bits in 43 characters', secret.signing, { minLengthChars: 43, minBits: 256 }],
  ['a password has 12 characters or more', password.minLengthChars, 12],
  ['a password has 128 characters at most', password.maxLengthChars, 128],
  ['a body of JSON has 64 KiB at most', requestSize.bodyBytes, 64 * kibibyte],
  ['a photo has 5 MiB at most', photo.maxBytes, 5 * kibibyte * kibibyte],
  ['a page of a list has 20 items', page.defaultItems, 20],
  ['a page of a list has 100 items at most', page.maxItems, 100],
  ['a request ends within 30 seconds', timeout.requestMs, 30_000],
  ['slow headers are cut off after 10 seconds', timeout.headersMs, 10_000],
  ['a slow body is cut off after 15 seconds', timeout.bodyMs, 15_000],
  ['a query ends within 5 seconds', timeout.statementMs, 5_000],
  ['a call to the outside ends within 5 seconds', outgoing.timeoutMs, 5_000],
  ['64 KiB of a foreign reply are read', outgoing.maxResponseBytes, 64 * kibibyte],
  ['only the ports of https are called', outgoing.ports, [443, 8_443]],
  ['a webhook counts for 5 minutes', webhook.toleranceSeconds, 5 * minute],
  ['100 failed sign-ins in 5 minutes alert', audit.failedSignInAlert, { count: 100, windowSeconds: 300 }],
  ['5 passwords are tried in 15 minutes', rateLimit.signIn, guarded(5, 15 * minute)],
  ['an address signs up 3 times an hour', rateLimit.signUpPerAddress, guarded(3, hour)],
  ['a mailbox gets 3 links an hour', rateLimit.recover, perHour(3)],
  ['a destination gets 3 codes an hour', rateLimit.otpPerDestination, perHour(3)],
  ['an address reads 1,500 menus a minute', rateLimit.menuPerAddress, perMinute(1_500)],
  ['an address brings 120 new guests a minute', rateLimit.newGuestPerAddress, perMinute(120)],
  ['a guest reads 200 times a minute', rateLimit.guestRead, perMinute(200)],
  ['a guest orders or calls 10 times a minute', rateLimit.guestCreate, perMinute(10)],
  ['a guest changes 30 things a minute', rateLimit.guestWrite, perMinute(30)],
  ['staff read 600 times a minute', rateLimit.staffRead, perMinute(600)],
  ['staff write 300 times a minute', rateLimit.staffWrite, perMinute(300)],
  ['the health secret is guessed 5 times a minute', rateLimit.healthSecretPerAddress, guarded(5, minute)],
  ['anything else is asked for 60 times a minute', rateLimit.otherPerAddress, perMinute(60)],
]

function idle(idleSeconds: number, absoluteSeconds: number) {
  return { idleSeconds, absoluteSeconds }
}

function guarded(max: number, windowSeconds: number) {
  return { max, windowSeconds, guardsSecret: true }
}

it.each(promised)('%s', (_, declared, figure) => {
  expect(declared).toEqual(figure)
})
