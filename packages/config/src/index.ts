export { apiEnv } from './api-env.ts'
export { composeEnv, composePassThrough } from './compose-env.ts'
export { ensureDevSecrets } from './dev-secrets.ts'
export { EnvError, type EnvFault } from './env-error.ts'
export { generateSecret, generateSecrets, type InstallationSecrets } from './generate-secrets.ts'
export { isLocalHost } from './is-local-host.ts'
export {
  type ApiEnv,
  loadEnv,
  loadEnvOrExit,
  type MigrateEnv,
  type ProcessName,
  type WebEnv,
} from './load-env.ts'
export { migrateEnv } from './migrate-env.ts'
export type { Mode } from './mode.ts'
export type { EnvSource } from './read-secret-files.ts'
export { webEnv } from './web-env.ts'
