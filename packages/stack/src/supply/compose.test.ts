import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repoRoot } from '../paths.ts'

const text = readFileSync(join(repoRoot, 'docker-compose.yml'), 'utf8')
const dockerfile = readFileSync(join(repoRoot, 'Dockerfile'), 'utf8')
const anchor = (name: string) =>
  new RegExp(`^x-${name}: &${name}\\n((?: .*\\n|\\n)+)`, 'm').exec(text)?.[1] ?? ''
const section = text.slice(text.indexOf('\nservices:\n'), text.indexOf('\nnetworks:\n'))
const services = new Map(
  [...section.matchAll(/^ {2}([a-z][\w-]*):\n((?: {4}.*\n|\s*\n)+)/gm)].map(([, name = '', body = '']) => [
    name,
    body,
  ]),
)
const lasting = [...services].filter(([, body]) => !body.includes('restart: "no"'))

test('all services are found', () => {
  expect([...services.keys()].toSorted()).toEqual(
    expect.arrayContaining(['api', 'audit-verify', 'caddy', 'migrate', 'postgres', 'settings', 'web']),
  )
})

test('every service is hardened: read-only, without capabilities or a way to new privileges', () => {
  for (const [name, body] of services) expect(body, name).toContain('<<: *hardened')
  expect(anchor('hardened')).toMatch(
    /read_only: true\n {2}cap_drop: \[ALL\]\n {2}security_opt: \["no-new-privileges:true"\]/,
  )
  expect([...services].filter(([, body]) => body.includes('cap_add')).map(([name]) => name)).toEqual([
    'caddy',
  ])
  expect(section).not.toMatch(/privileged|network_mode: host|docker\.sock|pid: host/)
})

test('the proxy alone publishes ports', () => {
  expect([...services].filter(([, body]) => /^ {4}ports:/m.test(body)).map(([name]) => name)).toEqual([
    'caddy',
  ])
})

test('every service that keeps running has a health check and a memory limit', () => {
  for (const [name, body] of lasting) {
    expect(body, name).toContain('healthcheck:')
    expect(body, name).toMatch(/limits: \{ memory: \d+[mg] \}/)
  }
})

test('no secret stands in it, and the web server is given none', () => {
  const literals = [...text.matchAll(/^\s*(\w*(?:SECRET|PASSWORD|TOKEN|KEY)\w*): (.+)$/gm)]
  expect(literals.length).toBeGreaterThan(5)
  expect(literals.filter(([, , value = '']) => !/^\$\{\w+(:\?[^}]*|:-)\}$/.test(value))).toEqual([])
  expect(services.get('web')).not.toMatch(/SECRET|PASSWORD|TOKEN|KEY|DATABASE/)
  expect(section).not.toContain('env_file')
})

test('the database is reached from its own network, which leads nowhere', () => {
  expect(text).toMatch(/^ {2}data: \{ internal: true \}$/m)
  expect([...services].filter(([, body]) => /networks: \[data\]/.test(body)).map(([name]) => name)).toEqual(
    expect.arrayContaining(['postgres', 'migrate']),
  )
  expect(services.get('web')).not.toContain('data')
})

test('the images start the production build as an unprivileged user', () => {
  for (const image of ['api', 'web', 'caddy']) {
    const stage =
      dockerfile.split(/^FROM /m).find((part) => part.split('\n')[0]?.endsWith(` AS ${image}`)) ?? ''
    expect(stage, image).toMatch(/^USER (?!0|root)\d+/m)
    expect(stage, image).not.toMatch(/CMD .*(dev|pnpm|npm)\b/)
  }
})

test('the images run what was built before: they hold no sources and build nothing', () => {
  for (const [image, built, start] of [
    ['api', 'build-api', 'CMD ["node", "--enable-source-maps", "main.js"]'],
    ['web', 'build-web', 'CMD ["node", "apps/web/server.js"]'],
  ] as const) {
    const stage =
      dockerfile.split(/^FROM /m).find((part) => part.split('\n')[0]?.endsWith(` AS ${image}`)) ?? ''
    expect(stage.match(/^(CMD|ENTRYPOINT) .*$/gm), image).toEqual([start])
    const copies = stage.match(/^COPY .*$/gm) ?? []
    expect(copies, image).toHaveLength(1)
    expect(copies[0], image).toMatch(new RegExp(`--from=${built} \\S+/(dist|standalone) \\./$`))
    expect(stage, image).not.toMatch(/^RUN .*\b(install|build|rolldown|tsc)\b/m)
    expect(stage, image).toMatch(/^ENV NODE_ENV=production\b/m)
  }
  expect(section).not.toMatch(/^ {4}(entrypoint|command):.*\b(dev|watch|pnpm|npm)\b/m)
})
