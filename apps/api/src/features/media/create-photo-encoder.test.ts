import { photo } from '@repo/config/limits'
import { photoWidths } from '@repo/schemas/rules'
import { expect, test } from 'vitest'
import { createPhotoEncoder } from './create-photo-encoder.ts'
import { draw } from './testing/pictures.ts'

const plate = (size = 1_200) => draw(size, size).jpeg().toBuffer()

test('a photo that finds the queue full is refused, and those in the queue are served', async () => {
  const encoder = createPhotoEncoder()
  const bytes = await plate()
  const asked = Array.from({ length: photo.maxWaiting + 4 }, () => encoder.encode(bytes))
  const outcomes = await Promise.allSettled(asked)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(photo.maxWaiting + 1)
  for (const outcome of outcomes.filter(({ status }) => status === 'rejected'))
    expect(outcome).toMatchObject({ reason: { code: 'UNAVAILABLE' } })
  await expect(encoder.encode(bytes)).resolves.toHaveLength(photoWidths.length * 2)
})

test('a broken picture does not hold up the next one', async () => {
  const encoder = createPhotoEncoder()
  const whole = await plate(40)
  const broken = encoder.encode(Buffer.from('\xff\xd8\xff nothing', 'latin1'))
  const next = encoder.encode(whole)
  await expect(broken).rejects.toMatchObject({ code: 'VALIDATION_FAILED' })
  await expect(next).resolves.toHaveLength(photoWidths.length * 2)
})
