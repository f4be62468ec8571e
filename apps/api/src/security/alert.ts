import type { Logger } from 'pino'

/** What somebody should look at now. */
export type Alert = { kind: 'failed_logins'; count: number; windowSeconds: number }
/** Where alerts go; the log unless an installation has something that wakes people. */
export type SendAlert = (alert: Alert) => void

export const alertToLog =
  (log: Logger): SendAlert =>
  ({ kind, ...facts }) =>
    log.error({ alert: kind, ...facts }, 'alert')
