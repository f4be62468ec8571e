import { type Check, judge } from '../check.ts'

const paths = [
  '/.git/HEAD',
  '/.git/config',
  '/.env',
  '/.env.local',
  '/.env.production',
  '/api/.env',
  '/.DS_Store',
  '/.npmrc',
  '/.ssh/id_rsa',
  '/.aws/credentials',
  '/package.json',
  '/pnpm-lock.yaml',
  '/docker-compose.yml',
  '/Dockerfile',
  '/backup.sql',
  '/before-upgrade.dump',
  '/server.js',
  '/_next/../server.js',
  '/..%2f.env',
  '/_next/static/..%2f..%2f..%2fpackage.json',
  '/api/docs',
  '/api/debug',
  '/api/test',
  '/api/seed',
  '/api/admin',
  '/api/metrics',
  '/api/ready',
  '/metrics',
  '/debug/pprof',
  '/actuator/env',
  '/server-status',
  '/phpinfo.php',
  '/graphql',
  '/swagger.json',
]
const refusals = [400, 401, 403, 404, 405, 414]

export const hiddenPaths: Check = {
  id: 'hidden-paths',
  rows: ['S1-107', 'S1-115', 'S1-120', 'S2-27', 'S3-24', 'S1-C11', 'S1-C19'],
  title: 'No repository, settings, dump, debug page or admin surface answers',
  severity: 'critical',
  remedy: 'Serve only what the build made; keep metrics and admin routes on an internal port.',
  async run(target) {
    const faults = await Promise.all(
      paths.map(async (path) => {
        const { status } = await target.send(path)
        return refusals.includes(status) ? undefined : `${path}: ${status}`
      }),
    )
    return judge(faults, `${paths.length} addresses`)
  },
}
