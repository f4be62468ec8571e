type FoodProps = { picture: string; sizes: string; eager?: boolean }

/** The picture that lies on the ware: a composed dish, or a single piece at half its width. */
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
  const encoded = (type: string) => `/dishes/${picture}-320.${type} 320w, /dishes/${picture}-800.${type} 800w`
  return (
    <picture className="contents">
      <source type="image/avif" srcSet={encoded('avif')} sizes={sizes} />
      <img
        src={`/dishes/${picture}-320.webp`}
        srcSet={encoded('webp')}
        sizes={sizes}
        alt=""
        width={800}
        height={800}
        loading={loading}
        fetchPriority={eager ? 'high' : 'auto'}
        decoding="async"
        className="food"
      />
    </picture>
  )
}
