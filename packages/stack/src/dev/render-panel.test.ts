import { expect, test } from 'vitest'
import { renderPanel } from './render-panel.ts'

const guide = {
  tables: [
    { label: 'Casa, table 4', path: '/casa/K7' },
    { label: 'Anchor, table 12', path: '/anchor/P2' },
    { label: 'Third, table 1', path: '/third/X' },
  ],
  kitchenPath: '/kitchen',
  accounts: [
    { role: 'owner', email: 'owner@casa.test', password: 'secret' },
    { role: 'owner', email: 'owner@anchor.test', password: 'secret' },
    { role: 'waiter', email: 'waiter@casa.test', password: 'secret' },
  ],
}
const panel = renderPanel('http://localhost:3000', guide, 4210)

test('the panel names the web address, two tables and the kitchen display as links', () => {
  const links = panel.match(/http\S+/g)
  const origin = 'http://localhost:3000'
  expect(links).toEqual([origin, `${origin}/casa/K7`, `${origin}/anchor/P2`, `${origin}/kitchen`])
})

test('the panel names one account for each role', () => {
  expect(panel.match(/\S+@\S+/g)).toEqual(['owner@casa.test', 'waiter@casa.test'])
  expect(panel.match(/secret/g)).toHaveLength(2)
})

test('the columns of the panel line up', () => {
  const columns = panel
    .split('\n')
    .filter((line) => line.includes('http'))
    .map((line) => line.indexOf('http'))
  expect(new Set(columns).size).toBe(1)
})
