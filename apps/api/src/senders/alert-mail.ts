import type { Alert } from '../security/alert.ts'
import type { EmailMessage } from './senders.ts'

/** Mail to the operator, in both languages because theirs is unknown. */
export function alertMail(alert: Alert): Omit<EmailMessage, 'to'> {
  const { en, es } = describe(alert)
  return {
    subject: `RestAI: ${en} / ${es}`,
    text: `${en} within ${alert.windowSeconds / 60} minutes.\nSee the journal's stream "platform" and the log for details.\n\n${es} en ${alert.windowSeconds / 60} minutos.\nVea los detalles en el flujo "platform" del diario y en el registro.\n${subjectOf(alert)}`,
  }
}

function describe(alert: Alert): { en: string; es: string } {
  const { kind, count } = alert
  switch (kind) {
    case 'failed_logins':
      return { en: `${count} failed sign-ins`, es: `${count} intentos fallidos de iniciar sesión` }
    case 'owner_failures':
      return {
        en: `${count} failed sign-ins to an owner's account`,
        es: `${count} intentos fallidos en la cuenta de un propietario`,
      }
    case 'bad_input':
      return {
        en: `${count} requests that look like an attack`,
        es: `${count} solicitudes que parecen un ataque`,
      }
  }
}

/** Ids and keyed hashes, as the journal has them. */
function subjectOf(alert: Alert): string {
  if (alert.kind === 'owner_failures') return `\nuser: ${alert.userId}\n`
  return alert.kind === 'bad_input' ? `\nnetwork: ${alert.network}\n` : ''
}
