/** Where files are kept that people uploaded, under keys that the server made. */
export type MediaStore = {
  put(key: string, bytes: Uint8Array, type: string): Promise<void>
  /** The bytes, or undefined when there are none. */
  get(key: string): Promise<Uint8Array | undefined>
  /** Removes them if they are there. */
  remove(key: string): Promise<void>
}

const mediaKey = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/[0-9a-f]{32}-\d{2,4}\.(avif|webp)$/

/** The last line before a path or URL is made: only `<branch>/<hash>-<width>.<type>` is a key. */
export function assertMediaKey(key: string): void {
  if (!mediaKey.test(key)) throw new Error('not a key of a media file')
}
