import type { Author, Tx } from '@repo/db'
import type { Logger } from 'pino'
import { securityEntry } from './audit-entry.ts'

/** Something that an operator should look at now. */
export type Alert =
  | { kind: 'failed_logins'; count: number; windowSeconds: number }
  | { kind: 'owner_failures'; userId: string; count: number; windowSeconds: number }
  | { kind: 'bad_input'; network: string; count: number; windowSeconds: number }

/** Where alerts go: the log, and whatever else an installation configures. */
export type SendAlert = (alert: Alert) => void

export const alertToLog =
  (log: Logger): SendAlert =>
  ({ kind, ...facts }) =>
    log.error({ alert: kind, ...facts }, 'alert')

/** This many events within a window raise an alert; `about` names whose events are counted. */
export type AlertRule = {
  event: 'auth.login_failed' | 'input.suspicious'
  count: number
  windowSeconds: number
} & (
  | { kind: 'failed_logins'; about?: undefined }
  | { kind: 'owner_failures'; about: { userId: string } }
  | { kind: 'bad_input'; about: { network: string } }
)

/**
 * Records the alert and answers it when the window is full and has not alerted yet. Call it after the event was appended:
 * the journal's head is then locked until the commit, so of several processes one sees the last event.
 */
export async function raiseAlert(tx: Tx, author: Author, rule: AlertRule): Promise<Alert | undefined> {
  const { event, kind, about, windowSeconds } = rule
  const [field = null, value = null] = Object.entries(about ?? {})[0] ?? []
  const [row] = await tx.sql<{ happened: number; alerts: number }[]>`
    select app.count_security_events(${event}, w.since, ${field}, ${value}) as happened,
      app.count_security_events(${`alert.${kind}`}, w.since, ${field}, ${value}) as alerts
    from (select clock_timestamp() - make_interval(secs => ${windowSeconds}) as since) w`
  if (!row || row.happened < rule.count || row.alerts > 0) return undefined
  const facts = { ...about, count: row.happened, windowSeconds }
  await tx.append([securityEntry(`alert.${kind}`, facts as never)], author)
  return { kind, ...facts } as Alert
}
