import { photo } from '@repo/config/limits'

const takenTypes = ['image/jpeg', 'image/png', 'image/webp']
const longestSidePx = 2_000

/**
 * A file that the API takes: what is too large, or in another type that this browser can show, is drawn smaller as JPEG.
 * What cannot be drawn goes as it is, and the API says why not.
 */
export async function shrinkPhoto(file: File): Promise<Blob> {
  if (takenTypes.includes(file.type) && file.size <= photo.maxBytes) return file
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (!bitmap) return file
  const scale = Math.min(1, longestSidePx / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const jpeg = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.88))
  return jpeg ?? file
}
