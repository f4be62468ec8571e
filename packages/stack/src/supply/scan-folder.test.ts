import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { scanFolder } from './scan-folder.ts'

// Put together here, so that this file holds none of them.
const random = 'q8Zr2LxV0mTn5KbYw3HsJd7CpB4vN9gXe1RtUa6Q'
const canaries = {
  'private key': `"-----BEGIN ${'EC'} PRIVATE KEY-----"`,
  'Stripe key': `"sk_live_${random.slice(0, 24)}"`,
  'connection string': `"postgres://owner:${random.slice(0, 16)}@db.example.com/restai"`,
  'assigned secret': `{JWT_SECRET:"${random}"}`,
} as const

let folder: string
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}
const found = () => scanFolder(folder, new Set()).map(({ kind, where }) => `${kind} ${where}`)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'restai-scan-'))
  write('static/chunks/main.js', '(()=>{let e=t.token;return{password:e.password}})()')
})
afterEach(() => rmSync(folder, { recursive: true }))

test.each(Object.entries(canaries))(
  'a planted %s is found in the middle of a minified script',
  (kind, code) => {
    expect(found()).toEqual([])
    write('static/chunks/3f.js', `"use strict";(self.x=[]).push([7,()=>{let e=${code};let f=1}])`)
    expect(found()).toEqual([`${kind} static/chunks/3f.js:1`])
  },
)

test('packages are searched for known formats, and pictures for nothing', () => {
  write('node_modules/some/index.js', `${canaries['assigned secret']}\n${canaries['Stripe key']}`)
  write('icon.png', canaries['Stripe key'])
  expect(found()).toEqual(['Stripe key node_modules/some/index.js:2'])
})

test('a folder without files does not count as clean', () => {
  rmSync(join(folder, 'static'), { recursive: true })
  expect(found).toThrow('is empty')
})
