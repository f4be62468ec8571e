import type { Locale } from '@repo/schemas/contract'
import type { EmailMessage } from './senders.ts'

type Words = Omit<EmailMessage, 'to'>

/** The link that sets a new password. */
export const passwordResetMail = (locale: Locale, url: string): Words =>
  locale === 'es'
    ? {
        subject: 'Elija una nueva contraseña',
        text: `Alguien pidió una nueva contraseña para su cuenta. Si fue usted, ábrala aquí en los próximos 30 minutos:\n\n${url}\n\nSi no fue usted, no haga nada: su contraseña sigue siendo la misma.\n`,
      }
    : {
        subject: 'Choose a new password',
        text: `Someone asked for a new password for your account. If it was you, choose it here within 30 minutes:\n\n${url}\n\nIf it was not you, do nothing: your password stays as it is.\n`,
      }

/** Says that the password was replaced, so that it cannot happen unnoticed. */
export const passwordChangedMail = (locale: Locale): Words =>
  locale === 'es'
    ? {
        subject: 'Su contraseña cambió',
        text: 'La contraseña de su cuenta acaba de cambiar, y se cerraron sus otras sesiones.\n\nSi no fue usted, pida una nueva desde la página de inicio de sesión y avise a quien administra su restaurante.\n',
      }
    : {
        subject: 'Your password was changed',
        text: 'The password of your account has just been changed, and your other sign-ins have ended.\n\nIf it was not you, ask for a new password on the sign-in page and tell whoever runs your restaurant.\n',
      }

/** The link that confirms a new address to sign in with. */
export const emailChangeMail = (locale: Locale, url: string): Words =>
  locale === 'es'
    ? {
        subject: 'Confirme su nuevo correo',
        text: `Alguien quiere usar esta dirección para entrar a su cuenta. Si es usted, ábrala aquí en los próximos 30 minutos, con su sesión iniciada:\n\n${url}\n\nSi no es usted, no haga nada: no cambia nada.\n`,
      }
    : {
        subject: 'Confirm your new address',
        text: `Someone wants to use this address to sign in to their account. If it is you, open this within 30 minutes, in the browser where you are signed in:\n\n${url}\n\nIf it is not you, do nothing: nothing changes.\n`,
      }

/** For the owner of an address that another account asked to move to. */
export const emailInUseMail = (locale: Locale): Words =>
  locale === 'es'
    ? {
        subject: 'Su dirección ya tiene una cuenta',
        text: 'Alguien quiso usar esta dirección en otra cuenta. Ya tiene la suya, así que no cambió nada.\n\nSi fue usted, inicie sesión con esta dirección. Si no, no haga nada.\n',
      }
    : {
        subject: 'Your address already has an account',
        text: 'Someone asked to use this address for another account. It already has its own, so nothing was changed.\n\nIf it was you, sign in with this address. If not, do nothing.\n',
      }

/** Tells the current address that a change was requested, while it can still be stopped. */
export const emailChangeAskedMail = (locale: Locale): Words =>
  locale === 'es'
    ? {
        subject: 'Se pidió cambiar el correo de su cuenta',
        text: 'Se pidió otra dirección de correo para su cuenta. Esta vale hasta que se confirme la nueva.\n\nSi no fue usted, cambie su contraseña ahora: eso detiene el cambio y cierra las otras sesiones.\n',
      }
    : {
        subject: 'A new address was requested for your account',
        text: 'Someone asked to change the email address of your account. This one stays in use until the new one is confirmed.\n\nIf it was not you, change your password now: that stops the change and ends your other sign-ins.\n',
      }

/** Tells the former address that it is no longer the account's. */
export const emailChangedMail = (locale: Locale): Words =>
  locale === 'es'
    ? {
        subject: 'El correo de su cuenta cambió',
        text: 'Su cuenta usa desde ahora otra dirección de correo, y se cerraron sus otras sesiones.\n\nSi no fue usted, avise enseguida a quien administra su restaurante.\n',
      }
    : {
        subject: 'The email address of your account has changed',
        text: 'Your account now uses a different email address, and your other sign-ins have ended.\n\nIf it was not you, tell whoever runs your restaurant at once.\n',
      }

export type InvitationWords = { organizationName: string; branchName: string; url: string }

/** The link that a new colleague accepts. */
export const invitationMail = (
  locale: Locale,
  { organizationName, branchName, url }: InvitationWords,
): Words =>
  locale === 'es'
    ? {
        subject: oneLine(`Le invitan a ${branchName}`),
        text: `${organizationName} le invita al equipo de ${branchName}. Elija su nombre y contraseña en los próximos 3 días:\n\n${url}\n\nSi no esperaba esta invitación, no haga nada.\n`,
      }
    : {
        subject: oneLine(`You are invited to ${branchName}`),
        text: `${organizationName} invites you to join the team of ${branchName}. Choose your name and password within 3 days:\n\n${url}\n\nIf you did not expect this invitation, do nothing.\n`,
      }

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
