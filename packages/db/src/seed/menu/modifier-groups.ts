import type { SampleModifierGroup } from '../sample-menu-types.ts'

/** Shared by the dishes that name them. */
export const modifierGroups = {
  heat: {
    name: { en: 'How hot?', es: '¿Qué tan picante?' },
    min: 1,
    max: 1,
    options: [
      { name: { en: 'No heat', es: 'Sin picante' }, kind: 'choice' },
      { name: { en: 'A little', es: 'Un poco' }, kind: 'choice' },
      { name: { en: 'Rocoto', es: 'Rocoto' }, kind: 'choice' },
    ],
  },
  doneness: {
    name: { en: 'How should we cook it?', es: '¿En qué término lo quiere?' },
    min: 1,
    max: 1,
    options: [
      { name: { en: 'Rare', es: 'Jugoso' }, kind: 'choice' },
      { name: { en: 'Medium', es: 'Término medio' }, kind: 'choice' },
      { name: { en: 'Well done', es: 'Bien cocido' }, kind: 'choice' },
    ],
  },
  side: {
    name: { en: 'On the side', es: 'Acompañamiento' },
    min: 1,
    max: 1,
    options: [
      { name: { en: 'Hand-cut chips', es: 'Papas cortadas a mano' }, kind: 'choice' },
      { name: { en: 'Garlic rice', es: 'Arroz al ajo' }, kind: 'choice' },
      {
        name: { en: 'Leaves and radish', es: 'Hojas verdes con rabanito' },
        kind: 'choice',
        pricesMinor: { PEN: 200, USD: 100 },
        allergens: { contains: ['mustard', 'sulphites'] },
      },
    ],
  },
  rawExtras: {
    name: { en: 'Add to it', es: 'Para sumar' },
    min: 0,
    max: 3,
    options: [
      {
        name: { en: 'Extra sweet potato', es: 'Más camote glaseado' },
        kind: 'add',
        pricesMinor: { PEN: 400, USD: 150 },
        maxQuantity: 2,
      },
      {
        name: { en: 'Crisp squid on top', es: 'Chicharrón de calamar encima' },
        kind: 'add',
        pricesMinor: { PEN: 900, USD: 400 },
        allergens: { contains: ['molluscs', 'gluten'], mayContain: ['crustaceans'] },
      },
      {
        name: { en: 'More giant corn', es: 'Más choclo' },
        kind: 'add',
        pricesMinor: { PEN: 300, USD: 150 },
        maxQuantity: 2,
      },
    ],
  },
  fireExtras: {
    name: { en: 'Add to it', es: 'Para sumar' },
    min: 0,
    max: 3,
    options: [
      {
        name: { en: 'Fried egg', es: 'Huevo frito' },
        kind: 'add',
        pricesMinor: { PEN: 400, USD: 200 },
        maxQuantity: 2,
        allergens: { contains: ['eggs'] },
      },
      {
        name: { en: 'Double green sauce', es: 'Doble salsa verde' },
        kind: 'add',
        pricesMinor: { PEN: 300, USD: 150 },
        allergens: { contains: ['eggs', 'mustard'] },
      },
      {
        name: { en: 'Grilled plantain', es: 'Plátano a la parrilla' },
        kind: 'add',
        pricesMinor: { PEN: 600, USD: 300 },
        maxQuantity: 2,
      },
    ],
  },
  bowlExtras: {
    name: { en: 'Add to it', es: 'Para sumar' },
    min: 0,
    max: 3,
    options: [
      {
        name: { en: 'Soft egg', es: 'Huevo de yema suave' },
        kind: 'add',
        pricesMinor: { PEN: 400, USD: 200 },
        maxQuantity: 2,
        allergens: { contains: ['eggs'] },
      },
      {
        name: { en: 'Three prawns', es: 'Tres langostinos' },
        kind: 'add',
        pricesMinor: { PEN: 1000, USD: 450 },
        maxQuantity: 2,
        allergens: { contains: ['crustaceans'], mayContain: ['molluscs'] },
      },
      {
        name: { en: 'Crisp tofu', es: 'Tofu crocante' },
        kind: 'add',
        pricesMinor: { PEN: 600, USD: 300 },
        allergens: { contains: ['soybeans'] },
      },
    ],
  },
  bowlSize: {
    name: { en: 'Size', es: 'Tamaño' },
    min: 1,
    max: 1,
    options: [
      { name: { en: 'Small', es: 'Chico' }, kind: 'choice', pricesMinor: { PEN: -600, USD: -300 } },
      { name: { en: 'Regular', es: 'Regular' }, kind: 'choice' },
      { name: { en: 'Large', es: 'Grande' }, kind: 'choice', pricesMinor: { PEN: 800, USD: 400 } },
    ],
  },
  leaveOut: {
    name: { en: 'Leave something out?', es: '¿Quitamos algo?' },
    min: 0,
    max: 3,
    options: [
      { name: { en: 'Onion', es: 'Cebolla' }, kind: 'remove' },
      { name: { en: 'Coriander', es: 'Culantro' }, kind: 'remove' },
      { name: { en: 'Garlic', es: 'Ajo' }, kind: 'remove' },
    ],
  },
  leaveOutToppings: {
    name: { en: 'Leave something out?', es: '¿Quitamos algo?' },
    min: 0,
    max: 2,
    options: [
      { name: { en: 'Cheese', es: 'Queso' }, kind: 'remove' },
      { name: { en: 'Egg', es: 'Huevo' }, kind: 'remove' },
    ],
  },
  scoop: {
    name: { en: 'With a scoop?', es: '¿Con una bola de helado?' },
    min: 0,
    max: 2,
    options: [
      {
        name: { en: 'Vanilla ice cream', es: 'Helado de vainilla' },
        kind: 'add',
        pricesMinor: { PEN: 600, USD: 300 },
        maxQuantity: 2,
        allergens: { contains: ['milk', 'eggs'], mayContain: ['nuts', 'peanuts'] },
      },
      {
        name: { en: 'Coconut sorbet', es: 'Sorbete de coco' },
        kind: 'add',
        pricesMinor: { PEN: 600, USD: 300 },
        maxQuantity: 2,
        allergens: { mayContain: ['milk', 'nuts', 'peanuts'] },
      },
    ],
  },
  glassSize: {
    name: { en: 'Glass or jug?', es: '¿Vaso o jarra?' },
    min: 1,
    max: 1,
    options: [
      { name: { en: 'Glass', es: 'Vaso' }, kind: 'choice' },
      {
        name: { en: 'Half-litre jug', es: 'Jarra de medio litro' },
        kind: 'choice',
        pricesMinor: { PEN: 900, USD: 400 },
      },
      {
        name: { en: 'Litre jug', es: 'Jarra de un litro' },
        kind: 'choice',
        pricesMinor: { PEN: 1600, USD: 700 },
      },
    ],
  },
  iceAndSugar: {
    name: { en: 'Leave something out?', es: '¿Quitamos algo?' },
    min: 0,
    max: 2,
    options: [
      { name: { en: 'Ice', es: 'Hielo' }, kind: 'remove' },
      { name: { en: 'Sugar', es: 'Azúcar' }, kind: 'remove' },
    ],
  },
  coffeeMilk: {
    name: { en: 'Milk?', es: '¿Con leche?' },
    min: 1,
    max: 1,
    options: [
      { name: { en: 'Black', es: 'Solo' }, kind: 'choice' },
      {
        name: { en: 'Whole milk', es: 'Leche entera' },
        kind: 'choice',
        allergens: { contains: ['milk'] },
      },
      {
        name: { en: 'Oat drink', es: 'Bebida de avena' },
        kind: 'choice',
        pricesMinor: { PEN: 200, USD: 75 },
        allergens: { contains: ['gluten'], unknown: ['soybeans', 'nuts'] },
      },
    ],
  },
} satisfies Record<string, SampleModifierGroup>
