import type { TestApp } from './test-app.ts'

/** For an app that cannot send anything. */
export const noSenders = { email: undefined, sms: undefined, outbox: undefined }

/** What was sent to an address or a number, newest first. */
export async function mailsTo(t: TestApp, destination: string) {
  await t.deps.background.settled()
  return (t.deps.senders.outbox?.messages() ?? []).filter(({ to }) => to === destination)
}

/** The token in the last link that was mailed to an address; empty when there is none. */
export async function mailedToken(t: TestApp, email: string): Promise<string> {
  const link = (await mailsTo(t, email)).find(({ text }) => text.includes('#'))
  return /#([\w-]{43})\s/.exec(link?.text ?? '')?.[1] ?? ''
}
