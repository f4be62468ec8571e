import { anchorLaneTables, casaPerejilTables, perejilMarTables } from './demo-tables.ts'
import type { DemoBranch, DemoOrganization } from './demo-types.ts'

const lima = {
  currency: 'PEN',
  taxMode: 'inclusive',
  tax: { name: 'IGV', ratePpm: 180_000 },
  cashRoundingMinor: 10,
  timeZone: 'America/Lima',
  defaultLocale: 'es',
} as const

const casaPerejil: DemoBranch = {
  ...lima,
  id: '01940000-0000-7000-8000-0000000000b1',
  slug: 'casa-perejil',
  name: 'Casa Perejil',
  serviceChargePpm: 0,
  accentHue: 158,
  accentChroma: 0.095,
  logo: '/logos/sprig.svg',
  confirmOrders: 'never',
  soldOutDish: 'Octopus skewers',
  tables: casaPerejilTables,
  guideTable: '7',
}

const perejilMar: DemoBranch = {
  ...lima,
  id: '01940000-0000-7000-8000-0000000000b2',
  slug: 'perejil-mar',
  name: 'Perejil Mar',
  serviceChargePpm: 100_000,
  accentHue: 205,
  accentChroma: 0.085,
  logo: '/logos/sprig.svg',
  confirmOrders: 'always',
  opensAllDay: true,
  tables: perejilMarTables,
}

const anchorLane: DemoBranch = {
  id: '01940000-0000-7000-8000-0000000000b3',
  slug: 'anchor-lane',
  name: 'Anchor Lane',
  currency: 'USD',
  taxMode: 'exclusive',
  tax: { name: 'Sales tax', ratePpm: 88_750 },
  serviceChargePpm: 0,
  cashRoundingMinor: 1,
  timeZone: 'America/New_York',
  defaultLocale: 'en',
  accentHue: 262,
  accentChroma: 0.16,
  logo: '/logos/anchor.svg',
  confirmOrders: 'first',
  tables: anchorLaneTables,
  guideTable: '4',
}

const atCasaPerejil = { branchId: casaPerejil.id }

/** Two tenants, one of them with two branches, so that isolation shows. */
export const demoOrganizations: readonly DemoOrganization[] = [
  {
    id: '01940000-0000-7000-8000-0000000000a1',
    name: 'Casa Perejil',
    branches: [casaPerejil, perejilMar],
    accounts: [
      { role: 'owner', name: 'Alma Ríos', email: 'owner@casa-perejil.test' },
      { role: 'manager', name: 'Bruno Salas', email: 'manager@casa-perejil.test', ...atCasaPerejil },
      { role: 'cashier', name: 'Celia Vega', email: 'cashier@casa-perejil.test', ...atCasaPerejil },
      { role: 'waiter', name: 'Rosa Luna', email: 'waiter@casa-perejil.test', ...atCasaPerejil },
      { role: 'kitchen', name: 'Iván Soto', email: 'kitchen@casa-perejil.test', ...atCasaPerejil },
    ],
  },
  {
    id: '01940000-0000-7000-8000-0000000000a2',
    name: 'Anchor Lane',
    branches: [anchorLane],
    accounts: [{ role: 'owner', name: 'Nora Finch', email: 'owner@anchor-lane.test' }],
  },
]

/** Shared by all demo accounts, which exist in development only. */
export const demoPassword = 'Velvet-Kettle-84-Mango-Orbit'
