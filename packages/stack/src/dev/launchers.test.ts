import { expect, test } from 'vitest'
import { launchersOf } from './launchers.ts'

const entry = (pid: number, parent: number, command: string) => ({
  pid,
  parent,
  command,
  group: 1,
  startedAt: 1,
  folder: '',
})
const above = (...processes: ReturnType<typeof entry>[]) => launchersOf(9, processes).map(({ pid }) => pid)

test('every command between the terminal and the runner is watched', () => {
  expect(
    above(
      entry(9, 8, 'node packages/stack/src/dev.ts'),
      entry(8, 7, '/repo/node_modules/.bin/pnpm dev'),
      entry(7, 6, 'sh -c pnpm dev'),
      entry(6, 5, 'node /usr/bin/npx pnpm dev'),
      entry(5, 1, '-bash'),
    ),
  ).toEqual([8, 7, 6])
})

test('a shell that started the runner by itself is not watched', () => {
  expect(above(entry(9, 8, 'node dev.ts'), entry(8, 7, 'bash -c node dev.ts'), entry(7, 1, 'sshd'))).toEqual(
    [],
  )
})

test('a folder or argument with pnpm in its name is not a launcher', () => {
  expect(above(entry(9, 8, 'node dev.ts'), entry(8, 1, 'tmux new -s pnpm-things'))).toEqual([])
})
