import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Hsts, Options } from './options.ts'

export const usage = `Usage: pnpm preflight https://order.example.com [options]

Examines a running deployment from outside, as a browser and a stranger would.
Leaves nothing behind unless --signup-token is given.

  --email ADDRESS        a staff account: its tokens, cookies and sign-in are checked
  --password PASSWORD    its password
  --signup-token TOKEN   signs up two disposable restaurants, which stay, and tries to get
                         from one into the other (with open sign-up any word will do)
  --table SLUG/CODE      a table, as in the address of its sticker
  --health-secret SECRET the deployment's HEALTH_SECRET
  --hsts MODE            what the deployment sends: full (default), basic or off
  --http-port PORT       where it answers plain http (80 when https is on 443)
  --ports LIST           ports that must be closed (default: the usual ones)
  --ca FILE              a certificate to trust, for a private authority
  --only IDS             only these checks
  --strict               a skipped check counts as a finding
  --json FILE            writes the findings there
  --list                 names the checks
  --help

PREFLIGHT_PASSWORD, PREFLIGHT_SIGNUP_TOKEN and PREFLIGHT_HEALTH_SECRET in the environment
stand for the options and stay out of the shell's history.

Ends with 0 when clean, 1 with findings, 2 when it could not run.
`

export type RunArguments = {
  wants: 'run'
  options: Options
  only: readonly string[]
  strict: boolean
  jsonFile?: string
}
export type Arguments = { wants: 'help' } | { wants: 'list' } | RunArguments

type Environment = Record<string, string | undefined>

/** Reads the command line. @throws Error that says what is wrong with it */
export function readArguments(args: readonly string[], env: Environment): Arguments {
  const { values, positionals } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    allowPositionals: true,
    options: {
      email: { type: 'string' },
      password: { type: 'string' },
      'signup-token': { type: 'string' },
      table: { type: 'string' },
      'health-secret': { type: 'string' },
      hsts: { type: 'string', default: 'full' },
      'http-port': { type: 'string' },
      ports: { type: 'string' },
      ca: { type: 'string' },
      only: { type: 'string' },
      strict: { type: 'boolean', default: false },
      json: { type: 'string' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) return { wants: 'help' }
  if (values.list) return { wants: 'list' }
  const password = values.password ?? env.PREFLIGHT_PASSWORD
  const signupToken = values['signup-token'] ?? env.PREFLIGHT_SIGNUP_TOKEN
  const healthSecret = values['health-secret'] ?? env.PREFLIGHT_HEALTH_SECRET
  const { email, ports, ca, 'http-port': httpPort } = values
  if (email !== undefined && password === undefined) throw new Error('--email needs --password')
  const options: Options = {
    site: readSite(positionals),
    hsts: readHsts(values.hsts),
    ...(email !== undefined && password !== undefined && { account: { email, password } }),
    ...(signupToken !== undefined && { signupToken }),
    ...(healthSecret !== undefined && { healthSecret }),
    ...(values.table !== undefined && { table: readTable(values.table) }),
    ...(httpPort !== undefined && { httpPort: readPort(httpPort) }),
    ...(ports !== undefined && { ports: listOf(ports).map(readPort) }),
    ...(ca !== undefined && { ca: readFileSync(ca, 'utf8') }),
  }
  const { json: jsonFile, only = '', strict } = values
  return { wants: 'run', options, only: listOf(only), strict, ...(jsonFile !== undefined && { jsonFile }) }
}

const listOf = (text: string): string[] => text.split(',').filter((part) => part !== '')

function readSite([address, ...more]: readonly string[]): URL {
  const site = URL.parse(address ?? '')
  if (!site || more.length > 0 || !/^https?:$/.test(site.protocol))
    throw new Error('one address is needed, such as https://order.example.com')
  if (site.pathname !== '/' || site.search || site.username)
    throw new Error(`only the origin of the site is needed: ${site.origin}`)
  return site
}

function readHsts(text: string): Hsts {
  if (text === 'full' || text === 'basic' || text === 'off') return text
  throw new Error('--hsts is full, basic or off')
}

function readPort(text: string): number {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${text} is not a port`)
  return port
}

/** Also accepts a sticker's whole address. */
function readTable(text: string): string {
  const [slug, code] = (URL.parse(text)?.pathname ?? text).split('/').filter((part) => part !== '')
  if (slug === undefined || code === undefined) throw new Error('--table is SLUG/CODE')
  return `${encodeURIComponent(slug)}/${encodeURIComponent(code)}`
}
