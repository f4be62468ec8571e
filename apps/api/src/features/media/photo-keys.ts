import { randomUUID } from 'node:crypto'
import { photoWidths } from '@repo/schemas/rules'

/** Names a photo: 32 hex digits, new with every upload, so that removing one can never take the files of another. */
export const newPhoto = (): string => randomUUID().replaceAll('-', '')

export const photoKey = (branchId: string, photo: string, width: number, type: string): string =>
  `${branchId}/${photo}-${width}.${type}`

/** Every file that one photo consists of. */
export const photoKeys = (branchId: string, photo: string): string[] =>
  photoWidths.flatMap((width) => ['avif', 'webp'].map((type) => photoKey(branchId, photo, width, type)))
