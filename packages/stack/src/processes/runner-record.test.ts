import { expect, test } from 'vitest'
import { parseProcStat, parsePsLine } from './process-table.ts'
import { ownsGroup } from './runner-record.ts'

const child = { pid: 50, startedAt: 1000 }
const entry = (pid: number, startedAt: number, folder = '/checkout/apps/web') => ({
  pid,
  parent: 1,
  group: 50,
  startedAt,
  command: 'next-server',
  folder,
})
const owns = (...processes: ReturnType<typeof entry>[]) => ownsGroup(child, processes, '/checkout')

test('a recorded process that still runs is ended', () => {
  expect(owns(entry(50, 1000))).toBe(true)
})

test('a process that got the number of a recorded one later is left alone', () => {
  expect(owns(entry(50, 1001))).toBe(false)
  expect(owns()).toBe(false)
})

test('what a recorded process started is ended even when its parent died first', () => {
  expect(owns(entry(51, 1200))).toBe(true)
})

test('a group without a leader that has an older member, or works elsewhere, is left alone', () => {
  expect(owns(entry(51, 1200), entry(52, 999))).toBe(false)
  expect(owns(entry(51, 1200, '/elsewhere'))).toBe(false)
  expect(owns(entry(51, 1200, '/checkout-of-another'))).toBe(false)
})

test('process names with parentheses and spaces do not shift the fields of /proc', () => {
  const stat = `50 (next) (v16) x) S 1 50 50 0 -1 4194560 ${'0 '.repeat(12)}777 0`
  expect(parseProcStat(stat)).toEqual({ parent: 1, group: 50, startedAt: 777 })
  expect(parseProcStat(stat.replace(') S', ') Z'))).toBeUndefined()
})

test('ps lines are read with their start time', () => {
  expect(parsePsLine('   50     1    50 Sat Nov 21 03:51:02 2026 node apps/api/src/main.ts')).toEqual([
    {
      pid: 50,
      parent: 1,
      group: 50,
      startedAt: Date.parse('2026-11-21T03:51:02'),
      command: 'node apps/api/src/main.ts',
      folder: '',
    },
  ])
})
