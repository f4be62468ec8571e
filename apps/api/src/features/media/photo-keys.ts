import { createHash } from 'node:crypto'
import { photoWidths } from '@repo/schemas/rules'

/** Raised when pictures are encoded differently, so that browsers fetch them again. */
const drawing = 1

/** Names a dish's photo by its content. The dish is part of it, so that removing one dish's photo leaves the others'. */
export const photoHash = (dishId: string, bytes: Uint8Array): string =>
  createHash('sha256').update(`${drawing}/${dishId}/`).update(bytes).digest('hex').slice(0, 32)

export const photoKey = (branchId: string, hash: string, width: number, type: string): string =>
  `${branchId}/${hash}-${width}.${type}`

/** Every file that one photo consists of. */
export const photoKeys = (branchId: string, hash: string): string[] =>
  photoWidths.flatMap((width) => ['avif', 'webp'].map((type) => photoKey(branchId, hash, width, type)))
