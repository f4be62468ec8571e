import { z } from 'zod'

const Standing = z.enum(['ok', 'unavailable'])

/** Whether the service can work. The details are for callers who know the health secret. */
export const Health = z.strictObject({
  status: Standing,
  details: z
    .strictObject({
      database: Standing,
      uptimeSeconds: z.int(),
      requestsUnderWay: z.int(),
      openStreams: z.int(),
      limits: z.enum(['own', 'shared']),
    })
    .optional(),
})
export type Health = z.infer<typeof Health>
