import { z } from 'zod'
import * as field from './env-fields.ts'
import type { Mode } from './mode.ts'

/** What the web server reads. It holds no secret. */
export const webEnv = (mode: Mode) =>
  z
    .object({
      API_INTERNAL_URL: field
        .devDefault(field.internalUrl(), mode, 'http://127.0.0.1:3001')
        .register(field.about, {
          about: 'Where the web server reaches the API: http://api:3001',
        }),
      WEB_HOST: field.host().prefault('127.0.0.1').register(field.about, {
        about: 'Address that the web server listens on; 0.0.0.0 in a container.',
      }),
      WEB_PORT: field.integer(1, 65_535).prefault('3000').register(field.about, {
        about: 'Port that the web server listens on.',
      }),
    })
    .readonly()
