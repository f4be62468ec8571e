import type { SampleCategory } from '../sample-category.ts'

export const raw: SampleCategory = {
  name: { en: 'Raw and bright', es: 'Crudos y frescos' },
  backdrop: 'lime',
  dishes: [
    {
      name: { en: 'Morning-catch ceviche', es: 'Ceviche de la pesca del día' },
      description: {
        en: 'Sea bass cut to order in lime and rocoto, with sweet potato and giant corn.',
        es: 'Corvina cortada al momento en limón y rocoto, con camote glaseado, choclo y cebolla morada.',
      },
      pricesMinor: { PEN: 4600, USD: 1850 },
      station: 'cold',
      ware: 'bowl',
      picture: 'ceviche',
      popular: true,
      allergens: { contains: ['fish', 'celery'], mayContain: ['crustaceans', 'molluscs'] },
      modifierGroups: ['heat', 'rawExtras', 'leaveOut'],
    },
    {
      name: { en: 'Sliced bream, yellow chilli', es: 'Tiradito de besugo en crema de ají amarillo' },
      description: {
        en: 'Thin as paper, dressed at the last second.',
        es: 'Láminas finas como papel, aliñadas en el último segundo.',
      },
      pricesMinor: { PEN: 4300, USD: 1700 },
      station: 'cold',
      ware: 'plate',
      allergens: { contains: ['fish', 'milk'], mayContain: ['celery', 'molluscs'] },
      modifierGroups: ['heat', 'leaveOut'],
    },
    {
      name: { en: 'Salmon and tuna nigiri', es: 'Nigiri de salmón y atún' },
      description: {
        en: 'Six pieces, warm rice, a brush of lime soy.',
        es: 'Seis piezas de arroz tibio, con una pincelada de soya y limón.',
      },
      pricesMinor: { PEN: 4900, USD: 1950 },
      station: 'cold',
      ware: 'plate',
      picture: 'noto-sushi',
      allergens: { contains: ['fish', 'soybeans', 'gluten'], mayContain: ['crustaceans', 'sesame'] },
    },
    {
      name: { en: 'Scallops, passion fruit', es: 'Conchas de abanico con leche de tigre de maracuyá' },
      description: {
        en: 'Served in the shell, sharp and sweet.',
        es: 'Servidas en su concha, ácidas y dulces a la vez.',
      },
      pricesMinor: { PEN: 4400, USD: 1900 },
      station: 'cold',
      ware: 'plate',
      picture: 'noto-oyster',
      allergens: { contains: ['molluscs', 'celery'], mayContain: ['fish', 'crustaceans'] },
      modifierGroups: ['heat'],
    },
    {
      name: { en: 'Mushroom and palm heart ceviche', es: 'Ceviche de champiñones y palmito' },
      description: {
        en: 'All the lime, none of the fish.',
        es: 'Todo el limón y el ají de siempre, sin nada de pescado.',
      },
      pricesMinor: { PEN: 3400, USD: 1450 },
      station: 'cold',
      ware: 'bowl',
      diets: ['vegetarian', 'vegan'],
      allergens: { contains: ['celery'], mayContain: ['fish'] },
      modifierGroups: ['heat', 'leaveOut'],
    },
  ],
}
