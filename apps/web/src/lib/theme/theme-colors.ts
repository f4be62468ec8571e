/** `--background` of each theme as the browser's own frame wants it. */
export const themeColors = { light: '#f5f4ee', dark: '#14100d' } as const
