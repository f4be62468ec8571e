/** Widths in which a photo is kept: a seat, a list on a phone, a dish's own page. */
export const photoWidths = [160, 480, 960] as const
