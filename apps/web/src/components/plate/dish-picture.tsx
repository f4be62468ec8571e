import { cn } from '@/lib/cn.ts'
import { Served, type ServedProps } from './served.tsx'

export type Crop = 'tile' | 'thumb' | 'hero' | 'whole'

type DishPictureProps = Pick<ServedProps, 'picture' | 'ware' | 'eager' | 'className'> & {
  /** Category colour: lime, yolk, tomato, sky, basil, beet or peach. */
  backdrop: string
  crop?: Crop
  soldOut?: boolean
  sizes?: string
}

// The list's pictures are asked for a little smaller than shown: 320 px serve a phone at three pixels per point.
const defaultSizes: Record<Crop, string> = {
  tile: '106px',
  thumb: '72px',
  hero: '(width < 700px) 120vw, 620px',
  whole: '180px',
}

/** A dish as a photograph: backdrop, shadow, ware, food, gloss, cropped at right and bottom. Fills its box. */
export function DishPicture({
  backdrop,
  crop = 'tile',
  soldOut,
  sizes,
  className,
  ...served
}: DishPictureProps) {
  return (
    <span
      className={cn('dish-picture', `crop-${crop}`, `backdrop-${backdrop}`, soldOut && 'sold-out', className)}
      aria-hidden
    >
      <Served {...served} sizes={sizes ?? defaultSizes[crop]} small={crop === 'thumb'} />
    </span>
  )
}
