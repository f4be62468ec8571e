import { expect, test } from 'vitest'
import { firstBrowser } from './first-browser.ts'

const asking: string[] = []
const source = (name: string, path?: string) => ({
  name,
  find: async () => {
    asking.push(name)
    return path
  },
})
const allRun = async () => true

test('the first source that has a running browser is taken and no later one is asked', async () => {
  const sources = [source('cache', '/broken'), source('none'), source('npm', '/npm'), source('apt', '/apt')]
  const found = await firstBrowser(undefined, sources, async (path) => path !== '/broken')
  expect(found).toEqual({ path: '/npm', name: 'npm' })
  expect(asking).toEqual(['cache', 'none', 'npm'])
})

test('a browser that was asked for is taken before all others, and is not replaced when it does not run', async () => {
  const sources = [source('npm', '/npm')]
  expect(await firstBrowser('/mine', sources, allRun)).toEqual({ path: '/mine', name: 'E2E_CHROMIUM' })
  await expect(firstBrowser('/mine', sources, async () => false)).rejects.toThrow('E2E_CHROMIUM is /mine')
})

test('without any browser the message says what was tried and why each failed', async () => {
  const failing = {
    name: 'playwright',
    find: async () => {
      throw new Error('no network')
    },
  }
  const found = firstBrowser(undefined, [source('cache'), failing], allRun)
  await expect(found).rejects.toThrow(/E2E_CHROMIUM[\s\S]*cache: none[\s\S]*playwright: no network/)
})
