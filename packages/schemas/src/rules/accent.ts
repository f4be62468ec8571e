/** A restaurant's colour in OKLCH: hue in degrees and chroma. Lightness belongs to the theme. */
export type Accent = { hue: number; chroma: number }

/** The accents a restaurant picks from, in the order they are shown. */
export const accents = [
  { id: 'cobalt', hue: 262, chroma: 0.17 },
  { id: 'parsley', hue: 158, chroma: 0.095 },
  { id: 'sea', hue: 202, chroma: 0.08 },
  { id: 'fig', hue: 320, chroma: 0.15 },
  { id: 'beet', hue: 355, chroma: 0.17 },
  { id: 'tomato', hue: 30, chroma: 0.17 },
  { id: 'toast', hue: 60, chroma: 0.11 },
  { id: 'slate', hue: 60, chroma: 0.015 },
] as const satisfies readonly (Accent & { id: string })[]
export type AccentId = (typeof accents)[number]['id']
