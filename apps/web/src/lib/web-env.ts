import { loadEnvOrExit, type WebEnv } from '@repo/config'

const mode = process.env.NODE_ENV === 'development' ? 'development' : 'production'
let env: WebEnv | undefined

/** Address of the API as this process reaches it; read at run time, so that no build carries it. */
export function apiInternalUrl(): URL {
  env ??= loadEnvOrExit('web', process.env, mode)
  return new URL(env.API_INTERNAL_URL)
}
