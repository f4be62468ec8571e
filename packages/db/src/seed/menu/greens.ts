import type { SampleCategory } from '../sample-category.ts'

export const greens: SampleCategory = {
  name: { en: 'Greens', es: 'Verdes' },
  backdrop: 'yolk',
  dishes: [
    {
      name: { en: 'Market garden bowl', es: 'Ensalada grande de la huerta' },
      description: {
        en: 'Leaves, radish, avocado, olives and fresh cheese, as the morning had them.',
        es: 'Hojas, rabanito, palta, aceitunas y queso fresco, según lo que trajo la mañana.',
      },
      pricesMinor: { PEN: 3100, USD: 1250 },
      station: 'cold',
      ware: 'bowl',
      picture: 'greens',
      diets: ['vegetarian'],
      allergens: { contains: ['milk', 'mustard'], mayContain: ['nuts', 'celery'] },
      modifierGroups: ['leaveOut'],
    },
    {
      name: { en: 'Andean lupin and tomato', es: 'Ensalada de tarwi y tomate' },
      description: {
        en: 'Buttery mountain beans, red onion, plenty of lime.',
        es: 'Granos andinos suaves como mantequilla, cebolla morada y bastante limón.',
      },
      pricesMinor: { PEN: 2300, USD: 950 },
      station: 'cold',
      ware: 'bowl',
      diets: ['vegetarian', 'vegan'],
      allergens: { contains: ['lupin'], mayContain: ['peanuts', 'soybeans'] },
      modifierGroups: ['heat', 'leaveOut'],
    },
    {
      name: { en: 'Quinoa, beetroot and orange', es: 'Quinua tibia con beterraga y naranja' },
      description: {
        en: 'Three colours of quinoa, roast beetroot, toasted almonds.',
        es: 'Quinua de tres colores, beterraga al horno y almendras tostadas.',
      },
      pricesMinor: { PEN: 2500, USD: 1050 },
      station: 'cold',
      ware: 'bowl',
      picture: 'noto-green-salad',
      diets: ['vegetarian', 'vegan'],
      allergens: { contains: ['nuts'], mayContain: ['gluten', 'sesame'] },
    },
    {
      name: { en: 'Avocado, lime and toasted corn', es: 'Palta con limón y cancha serrana' },
      description: {
        en: 'Half a ripe one, salt that crunches.',
        es: 'Media palta madura, con sal gruesa y maíz tostado que cruje.',
      },
      pricesMinor: { PEN: 1900, USD: 800 },
      station: 'cold',
      ware: 'plate',
      diets: ['vegetarian', 'vegan'],
      allergens: {},
      modifierGroups: ['leaveOut'],
    },
    {
      name: { en: 'Flatbread stuffed with greens', es: 'Pan relleno de hojas verdes y queso' },
      description: {
        en: 'Chard, herbs and white cheese, folded in and pressed on the grill.',
        es: 'Acelga, hierbas y queso blanco, todo doblado dentro del pan y prensado en la parrilla.',
      },
      pricesMinor: { PEN: 2200, USD: 925 },
      station: 'fire',
      ware: 'plate',
      picture: 'noto-stuffed-flatbread',
      diets: ['vegetarian'],
      allergens: { contains: ['gluten', 'milk'], mayContain: ['sesame', 'eggs'] },
      modifierGroups: ['heat'],
    },
  ],
}
