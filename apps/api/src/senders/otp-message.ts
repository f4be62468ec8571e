import type { Locale } from '@repo/schemas/contract'

/** The message with a one-time code; its text alone fits a text message. */
export const otpMessage = (
  locale: Locale,
  { code, branchName }: { code: string; branchName: string },
): { subject: string; text: string } =>
  locale === 'es'
    ? {
        subject: 'Tu código',
        text: `${code} es tu código para ${branchName}. Vale 5 minutos. No se lo des a nadie.`,
      }
    : {
        subject: 'Your code',
        text: `${code} is your code for ${branchName}. It works for 5 minutes. Do not share it with anyone.`,
      }
