export type Theme = 'light' | 'dark'

export const themeCookie = 'theme'

/** The theme a person chose, or undefined to follow the device. */
export function parseTheme(value: string | undefined): Theme | undefined {
  return value === 'light' || value === 'dark' ? value : undefined
}
