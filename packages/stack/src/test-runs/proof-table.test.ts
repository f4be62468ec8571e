import { expect, test } from 'vitest'
import { proofTable } from './proof-table.ts'

test('the table names each proof, what it measured, and whether it holds', () => {
  const table = proofTable([
    {
      ancestorTitles: ['requests'],
      title: 'from the document',
      status: 'passed',
      meta: { figures: { requests: 10_432, 'server errors': 0 } },
    },
    { ancestorTitles: [], title: 'carts', status: 'failed', duration: 1_250 },
    { ancestorTitles: [], title: 'skipped', status: 'pending' },
  ])
  expect(table.split('\n').map((line) => line.trim().split(/\s{2,}/))).toEqual([
    ['proof', 'figure', 'verdict'],
    ['requests from the document', '10,432 requests, 0 server errors', 'holds'],
    ['carts', '1.3 s', 'fails'],
    ['skipped', '0.0 s', 'fails'],
  ])
})
