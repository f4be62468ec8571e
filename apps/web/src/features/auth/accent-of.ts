import { type Accent, type AccentId, accents } from '@repo/schemas/rules'

/** Hue and chroma of one of the offered accents. */
export function accentOf(id: AccentId): Accent {
  const { hue, chroma } = accents.find((accent) => accent.id === id) ?? accents[0]
  return { hue, chroma }
}
