export const locales = ['en', 'es'] as const
export type Locale = (typeof locales)[number]

export const defaultLocale: Locale = 'en'
export const localeCookie = 'locale'

/** The language's own name, as a switch shows it. */
export const localeNames: Record<Locale, string> = { en: 'English', es: 'Español' }

export function isLocale(value: string | undefined): value is Locale {
  return locales.some((locale) => locale === value)
}
