import { SendRefused } from '../security/check-target.ts'
import { sendSafely, targetPolicy } from '../security/send-safely.ts'
import type { TestApp } from './test-app.ts'

/** Every name resolves to a public address, checked as in production, and nothing is ever sent there. */
export function withoutInternet({ deps }: TestApp): void {
  const { check } = sendSafely({ ...targetPolicy('production'), resolve: async () => ['93.184.215.14'] })
  deps.outgoingHttp = { check, send: () => Promise.reject(new SendRefused('CONNECTION_FAILED')) }
}
