import { photo } from '@repo/config/limits'
import { photoWidths } from '@repo/schemas/rules'
import type { Metadata } from 'sharp'
import { ApiError } from '../../http/api-error.ts'
import { loadSharp } from './load-sharp.ts'
import { sniffImage } from './sniff-image.ts'

export type PhotoFile = { width: number; type: 'avif' | 'webp'; bytes: Uint8Array }

/**
 * Re-encodes a photo in every width and type. Only pixels survive: no metadata, no second file hidden in the first.
 * @throws UNSUPPORTED_MEDIA, VALIDATION_FAILED
 */
export async function encodePhoto(bytes: Uint8Array): Promise<PhotoFile[]> {
  const { pixels, raw } = await decode(bytes)
  const sharp = await loadSharp()
  const files: PhotoFile[] = []
  for (const width of photoWidths) {
    const sized = sharp(pixels, { raw }).resize({
      width,
      height: width,
      fit: 'inside',
      withoutEnlargement: true,
    })
    files.push({
      width,
      type: 'avif',
      bytes: await sized.clone().avif({ quality: 55, effort: 3 }).toBuffer(),
    })
    files.push({ width, type: 'webp', bytes: await sized.clone().webp({ quality: 78 }).toBuffer() })
  }
  return files
}

/** The upright pixels in the largest width, 8 bits per channel. */
async function decode(bytes: Uint8Array) {
  const type = sniffImage(bytes)
  if (!type) throw new ApiError('UNSUPPORTED_MEDIA')
  const sharp = await loadSharp()
  const header = await sharp(bytes, { limitInputPixels: false }).metadata().catch(broken)
  if (header.format !== type) throw new ApiError('UNSUPPORTED_MEDIA')
  if (header.width * header.height > photo.maxPixels || wholeBytes(header) > photo.maxWholeBytes)
    throw refusal('TOO_MANY_PIXELS', 'has too many pixels')
  const largest = Math.max(...photoWidths)
  const { data, info } = await sharp(bytes, {
    limitInputPixels: photo.maxPixels,
    failOn: 'error',
    sequentialRead: true,
  })
    .timeout({ seconds: photo.maxSeconds })
    .autoOrient()
    .resize({ width: largest, height: largest, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch(broken)
  return { pixels: data, raw: { width: info.width, height: info.height, channels: info.channels } }
}

/** Memory that decoding takes for pictures that cannot be read row by row; a progressive JPEG keeps two bytes a sample. */
function wholeBytes({ format, isProgressive, width, height, channels, depth }: Metadata): number {
  if (!isProgressive && format !== 'webp') return 0
  return width * height * channels * (format === 'jpeg' || depth === 'ushort' ? 2 : 1)
}

const broken = (): never => {
  throw refusal('BROKEN', 'cannot be read as a picture')
}

const refusal = (code: string, message: string): ApiError =>
  new ApiError('VALIDATION_FAILED', { errors: [{ field: 'picture', code, message }] })
