import { photoWidths } from '@repo/schemas/rules'

type FoodProps = { picture: string; sizes: string; eager?: boolean }

/** The picture that lies on the ware: a composed dish, a single piece at half its width, or a photo in the plate's well. */
export function Food({ picture, sizes, eager = false }: FoodProps) {
  const loading = eager ? 'eager' : 'lazy'
  if (picture.startsWith('noto-')) {
    return (
      <img
        src={`/dishes/${picture}.svg`}
        alt=""
        width={128}
        height={128}
        loading={loading}
        className="food food-piece"
      />
    )
  }
  const photo = picture.startsWith('photo/')
  const encoded = (type: string) =>
    photo
      ? photoWidths.map((width) => `${photoAddress(picture, width, type)} ${width}w`).join(', ')
      : `/dishes/${picture}-320.${type} 320w, /dishes/${picture}-800.${type} 800w`
  return (
    <picture className="contents">
      <source type="image/avif" srcSet={encoded('avif')} sizes={sizes} />
      <img
        src={photo ? photoAddress(picture, 480, 'webp') : `/dishes/${picture}-320.webp`}
        srcSet={encoded('webp')}
        sizes={sizes}
        alt=""
        width={800}
        height={800}
        loading={loading}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
        className={photo ? 'food food-photo' : 'food'}
      />
    </picture>
  )
}

/** An uploaded photo, `photo/<branch>/<hash>`, comes from the API. */
const photoAddress = (picture: string, width: number, type: string): string =>
  `/api/media/${picture.slice('photo/'.length)}-${width}.${type}`
