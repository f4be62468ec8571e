import type { Locator } from '@playwright/test'
import jsQR from 'jsqr'

/** What a phone's camera reads from this element. */
export async function decodeQr(picture: Locator): Promise<string> {
  const png = (await picture.screenshot()).toString('base64')
  const { pixels, width, height } = await picture.page().evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const bitmap = await createImageBitmap(new Blob([bytes]))
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height)
    const context = canvas.getContext('2d')
    context?.drawImage(bitmap, 0, 0)
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] }
    return { pixels: Array.from(data), width: bitmap.width, height: bitmap.height }
  }, png)
  return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data ?? ''
}
