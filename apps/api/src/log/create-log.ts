import { type DestinationStream, type Logger, pino } from 'pino'
import { maskText, secretsPattern } from './mask-text.ts'
import { redact } from './redact.ts'

type Options = { level: string; secrets: readonly string[]; destination: DestinationStream }

/** One JSON line per event, from which secrets and personal data are taken out by key, by shape and by their known values. */
export function createLog({ level, secrets, destination }: Options): Logger {
  const known = secretsPattern(secrets)
  return pino(
    {
      level,
      base: { service: 'api', pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => redact(fields, known) as typeof fields,
      },
      // Pino's own serializer for errors would write their messages unredacted.
      serializers: { err: (value) => value },
      hooks: {
        logMethod([first, ...rest], method) {
          // Without our own message, pino would use the error's.
          const [fields, text] = typeof first === 'object' ? [first, rest[0] ?? 'event'] : [{}, first]
          method.call(this, fields instanceof Error ? { err: fields } : fields, maskText(String(text), known))
        },
      },
    },
    destination,
  )
}
