import { photo } from '@repo/config/limits'
import { ApiError } from '../../http/api-error.ts'
import { encodePhoto, type PhotoFile } from './encode-photo.ts'

export type PhotoEncoder = {
  /** @throws UNSUPPORTED_MEDIA, VALIDATION_FAILED, UNAVAILABLE when the queue is full */
  encode(bytes: Uint8Array): Promise<PhotoFile[]>
}

/** One picture at a time: memory stays that of one picture, and ordering is not held up. */
export function createPhotoEncoder(): PhotoEncoder {
  let last: Promise<unknown> = Promise.resolve()
  let inside = 0
  return {
    async encode(bytes) {
      if (inside > photo.maxWaiting) throw new ApiError('UNAVAILABLE', { retryAfterSeconds: 2 })
      inside += 1
      const mine = last.then(() => encodePhoto(bytes))
      last = mine.catch(() => {})
      return mine.finally(() => {
        inside -= 1
      })
    },
  }
}
