import type { Mutation } from './mutations.ts'

const words =
  'admin administrator wp-admin wp-login phpmyadmin .git .env .svn debug trace actuator console manager server-status backup dump config swagger graphql metrics ready internal private test old api/admin cgi-bin'
const endings = [
  '',
  '/',
  '.php',
  '.bak',
  '.zip',
  '.json',
  '.sql',
  '/config',
  '/users',
  '/login',
  '/..',
  '%2f',
  '~',
  '/.git/HEAD',
  '?x=1',
  '/index.html',
  '/env',
  '.tar.gz',
  '/heapdump',
  '/shell',
]

/** Addresses where other systems keep what nobody should see. */
export function* unknownAddresses(): Generator<Mutation> {
  for (const word of words.split(' '))
    for (const ending of endings)
      yield {
        method: 'GET',
        path: `/${word}${ending}`,
        headers: {},
        what: 'unknown address',
        must: 'not-found',
      }
}
