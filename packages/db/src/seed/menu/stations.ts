/** Where a dish is made; the icons are names of Lucide icons. */
export const stations = {
  fire: { name: { en: 'Fire', es: 'Fuego' }, icon: 'flame' },
  bowls: { name: { en: 'Bowls', es: 'Tazones' }, icon: 'soup' },
  cold: { name: { en: 'Cold', es: 'Frío' }, icon: 'snowflake' },
  bar: { name: { en: 'Bar', es: 'Barra' }, icon: 'cup-soda' },
} as const
