type Localized = { en?: string | undefined; es?: string | undefined }

/** The text in the wanted language, else in the branch's own, else in any. */
export function localize(text: Localized, locale: string, defaultLocale = locale): string {
  const texts: Record<string, string | undefined> = text
  return texts[locale] ?? texts[defaultLocale] ?? text.en ?? text.es ?? ''
}
