/** Currencies offered first; ISO 4217. */
export const currencies = [
  'USD',
  'EUR',
  'PEN',
  'MXN',
  'COP',
  'CLP',
  'ARS',
  'BOB',
  'BRL',
  'GBP',
  'JPY',
] as const
