import type { Alert } from '../security/alert.ts'
import type { EmailMessage } from './senders.ts'

/** Tells whoever runs the installation, in both languages: nobody knows which one they read. */
export function alertMail(alert: Alert): Omit<EmailMessage, 'to'> {
  const { en, es } = describe(alert)
  return {
    subject: `RestAI: ${en} / ${es}`,
    text: `${en} within ${alert.windowSeconds / 60} minutes.\nThe journal's stream "platform" and the log say more.\n\n${es} en ${alert.windowSeconds / 60} minutos.\nEl flujo "platform" del diario y el registro dicen más.\n${subjectOf(alert)}`,
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
