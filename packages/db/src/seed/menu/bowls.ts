import type { SampleCategory } from '../sample-category.ts'

export const bowls: SampleCategory = {
  name: { en: 'Bowls', es: 'Tazones' },
  backdrop: 'sky',
  dishes: [
    {
      name: { en: 'Prawn noodles', es: 'Fideos en caldo con langostinos' },
      description: {
        en: 'A broth of roasted shells, springy noodles, soft egg and mushrooms.',
        es: 'Caldo de cáscaras tostadas, fideos firmes, huevo de yema suave y champiñones.',
      },
      pricesMinor: { PEN: 4400, USD: 1800 },
      station: 'bowls',
      ware: 'bowl',
      picture: 'noodles',
      popular: true,
      allergens: {
        contains: ['crustaceans', 'eggs', 'gluten', 'soybeans'],
        mayContain: ['molluscs', 'sesame'],
      },
      modifierGroups: ['bowlSize', 'heat', 'bowlExtras'],
    },
    {
      name: { en: 'Mushroom barley', es: 'Cebada cremosa con tres hongos' },
      description: {
        en: 'Pearl barley stirred slowly with peas and three mushrooms, an egg on top.',
        es: 'Cebada perlada cocida sin apuro con arvejas y tres clases de hongos, coronada con un huevo frito.',
      },
      pricesMinor: { PEN: 3600, USD: 1500 },
      station: 'bowls',
      ware: 'bowl',
      picture: 'mushrooms',
      diets: ['vegetarian'],
      allergens: { contains: ['gluten', 'milk', 'eggs'], mayContain: ['celery'] },
      modifierGroups: ['bowlSize', 'leaveOutToppings'],
    },
    {
      name: { en: 'Prawn and squash chowder', es: 'Chupe de langostinos y zapallo' },
      description: {
        en: 'Roast squash, river prawns, cream and toasted bread.',
        es: 'Zapallo asado, langostinos de río, crema de leche y pan tostado encima.',
      },
      pricesMinor: { PEN: 3800, USD: 1450 },
      station: 'bowls',
      ware: 'bowl',
      picture: 'soup',
      allergens: { contains: ['crustaceans', 'milk', 'gluten'], mayContain: ['fish', 'celery'] },
      modifierGroups: ['bowlSize', 'heat', 'bowlExtras'],
    },
    {
      name: { en: 'Lentil and squash pot', es: 'Olla de lentejas y zapallo al comino' },
      description: {
        en: 'Brown lentils, cumin, lime, a pile of herbs.',
        es: 'Lentejas pardas con comino, limón y un puñado generoso de hierbas.',
      },
      pricesMinor: { PEN: 2700, USD: 1175 },
      station: 'bowls',
      ware: 'bowl',
      diets: ['vegetarian', 'vegan'],
      allergens: { contains: ['celery'], mayContain: ['gluten', 'mustard'] },
      modifierGroups: ['bowlSize', 'heat', 'bowlExtras'],
    },
    {
      name: { en: 'Dumplings in ginger broth', es: 'Wantanes en caldo de kion' },
      description: {
        en: 'Pork and prawn, pleated by hand, black vinegar on the side.',
        es: 'De cerdo y langostino, cerrados a mano, con vinagre negro aparte.',
      },
      pricesMinor: { PEN: 3700, USD: 1625 },
      station: 'bowls',
      ware: 'bowl',
      picture: 'noto-dumpling',
      allergens: {
        contains: ['gluten', 'crustaceans', 'soybeans', 'sesame'],
        mayContain: ['eggs', 'molluscs'],
      },
      modifierGroups: ['bowlSize', 'heat', 'bowlExtras'],
    },
    {
      name: { en: 'Eggs in tomato and chilli', es: 'Huevos en salsa de tomate y ají' },
      description: {
        en: 'Two eggs set in the pan, bread to chase the sauce.',
        es: 'Dos huevos cuajados en la sartén, con pan para que no quede nada de salsa.',
      },
      pricesMinor: { PEN: 2600, USD: 1100 },
      station: 'bowls',
      ware: 'plate',
      picture: 'noto-cooking',
      diets: ['vegetarian'],
      allergens: { contains: ['eggs', 'gluten'], unknown: ['celery', 'mustard', 'soybeans'] },
      modifierGroups: ['heat', 'leaveOut'],
    },
  ],
}
