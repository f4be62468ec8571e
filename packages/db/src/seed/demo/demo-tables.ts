import type { DemoTable } from './demo-types.ts'

// Printed here once so that a demo link outlives a reset; a real sticker's code is random and never in the source.

export const casaPerejilTables: DemoTable[] = [
  { label: '1', area: 'Main room', shape: 'round', seats: 2, code: 'SL9PBSYXSTJN' },
  { label: '2', area: 'Main room', shape: 'square', seats: 4, code: 'PPJDC4DNNDEB' },
  { label: '3', area: 'Main room', shape: 'square', seats: 4, code: '284KYVQ3T9ND' },
  { label: '4', area: 'Main room', shape: 'square', seats: 4, code: '86HAYQUWFTUT' },
  { label: '5', area: 'Main room', shape: 'long', seats: 6, code: 'CKWY29NLQGQL' },
  { label: '7', area: 'Main room', shape: 'round', seats: 3, code: 'J4NJWLLMBMTF' },
  { label: '8', area: 'Main room', shape: 'long', seats: 4, code: 'FW4LRD3LVJDZ' },
  { label: '9', area: 'Main room', shape: 'long', seats: 6, code: '973UJTKVNP9W' },
  { label: '11', area: 'Main room', shape: 'round', seats: 2, code: 'XPEA3FBWBJKV' },
  { label: '12', area: 'Main room', shape: 'square', seats: 4, code: 'BKH837EUV58G' },
  { label: '15', area: 'Main room', shape: 'round', seats: 2, code: 'NA85N7B3FHAE' },
  { label: '6', area: 'Terrace', shape: 'round', seats: 2, code: 'XAEL6W6PV6CW' },
  { label: '10', area: 'Terrace', shape: 'square', seats: 4, code: '7KZGV69MAD36' },
  { label: '13', area: 'Terrace', shape: 'long', seats: 8, code: 'CP4VGAARHNV7' },
  { label: '14', area: 'Bar', shape: 'round', seats: 2, code: 'ZH7V9GDKUFFZ' },
]

export const perejilMarTables: DemoTable[] = [
  { label: '1', area: 'Main room', shape: 'round', seats: 2, code: 'YLUSA4SKUJAP' },
  { label: '2', area: 'Main room', shape: 'round', seats: 2, code: 'NL6HVSWY6SU3' },
  { label: '3', area: 'Main room', shape: 'square', seats: 4, code: 'Q3LE4K5RBCZA' },
  { label: '4', area: 'Main room', shape: 'square', seats: 4, code: '9MTR7HV6UL2S' },
  { label: '5', area: 'Main room', shape: 'long', seats: 6, code: 'VEGTHB9FQSBN' },
  { label: '6', area: 'Main room', shape: 'long', seats: 8, code: '3G7DBQPAHEP7' },
  { label: '7', area: 'Terrace', shape: 'round', seats: 2, code: 'M9VTJM76KGJ6' },
  { label: '8', area: 'Terrace', shape: 'square', seats: 4, code: 'ZQGLVZL5SG2F' },
  { label: '9', area: 'Terrace', shape: 'square', seats: 4, code: 'T3TYDRZUQNN4' },
  { label: 'B1', area: 'Bar', shape: 'round', seats: 2, code: 'NFF5YLQ72GW5' },
  { label: 'B2', area: 'Bar', shape: 'round', seats: 2, code: '2TS5MQT3ADSU' },
]

export const anchorLaneTables: DemoTable[] = [
  { label: '1', area: 'Main room', shape: 'square', seats: 4, code: 'F4R8CJF48Q34' },
  { label: '2', area: 'Main room', shape: 'square', seats: 4, code: 'NDQ9MX8SX8G4' },
  { label: '3', area: 'Main room', shape: 'round', seats: 2, code: 'XMN4LBSXGAUU' },
  { label: '4', area: 'Main room', shape: 'round', seats: 4, code: 'YYCTJAEKPQXT' },
  { label: '5', area: 'Main room', shape: 'long', seats: 6, code: 'JAZHLUKEN3J7' },
  { label: '6', area: 'Main room', shape: 'long', seats: 6, code: 'HAKMNMBU8G9X' },
  { label: '7', area: 'Terrace', shape: 'square', seats: 4, code: 'GD357R9SBWP4' },
  { label: '8', area: 'Terrace', shape: 'square', seats: 4, code: 'R4MY7Y3C4ZGZ' },
  { label: '9', area: 'Terrace', shape: 'long', seats: 10, code: '8WETSKB33NRW' },
  { label: '10', area: 'Terrace', shape: 'round', seats: 3, code: 'CMJL3YHVPCVX' },
  { label: 'B1', area: 'Bar', shape: 'round', seats: 2, code: 'DK3QPNJZ3NDA' },
  { label: 'B2', area: 'Bar', shape: 'round', seats: 2, code: 'UJV5E2TLD4K2' },
]
