import type { Locale } from '@repo/schemas/contract'
import type { EmailMessage } from './senders.ts'

type Words = Omit<EmailMessage, 'to'>

/** The link that sets a new password. */
export const passwordResetMail = (locale: Locale, url: string): Words =>
  locale === 'es'
    ? {
        subject: 'Elige una nueva contraseña',
        text: `Alguien pidió una nueva contraseña para tu cuenta. Si fuiste tú, ábrela aquí en los próximos 30 minutos:\n\n${url}\n\nSi no fuiste tú, no hagas nada: tu contraseña sigue siendo la misma.\n`,
      }
    : {
        subject: 'Choose a new password',
        text: `Somebody asked for a new password for your account. If it was you, open this within 30 minutes:\n\n${url}\n\nIf it was not you, do nothing: your password stays as it is.\n`,
      }

/** Says that the password was replaced, so that nobody replaces it unseen. */
export const passwordChangedMail = (locale: Locale): Words =>
  locale === 'es'
    ? {
        subject: 'Tu contraseña cambió',
        text: 'La contraseña de tu cuenta acaba de cambiar, y se cerraron tus otras sesiones.\n\nSi no fuiste tú, pide una nueva desde la página de inicio de sesión y avisa a quien administra tu restaurante.\n',
      }
    : {
        subject: 'Your password was changed',
        text: 'The password of your account was just changed, and your other sign-ins were ended.\n\nIf it was not you, ask for a new one on the sign-in page and tell whoever runs your restaurant.\n',
      }

export type InvitationWords = { organizationName: string; branchName: string; url: string }

/** The link that a new colleague accepts. */
export const invitationMail = (
  locale: Locale,
  { organizationName, branchName, url }: InvitationWords,
): Words =>
  locale === 'es'
    ? {
        subject: oneLine(`Te invitan a ${branchName}`),
        text: `${organizationName} te invita al equipo de ${branchName}. Elige tu nombre y contraseña en los próximos 3 días:\n\n${url}\n\nSi no esperabas esta invitación, no hagas nada.\n`,
      }
    : {
        subject: oneLine(`You are invited to ${branchName}`),
        text: `${organizationName} invites you to the team of ${branchName}. Choose your name and password within 3 days:\n\n${url}\n\nIf you did not expect this invitation, do nothing.\n`,
      }

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
