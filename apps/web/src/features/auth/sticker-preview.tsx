import { useTranslations } from 'next-intl'

const size = 21
const corner = 7

/** Looks like a table's code without being one: a still pattern between three corners. */
const dots = Array.from({ length: size * size }, (_, at) => ({
  x: at % size,
  y: Math.floor(at / size),
})).filter(({ x, y }) => !inCorner(x, y) && (x * 7 + y * 11 + ((x * y) % 5) * 3) % 9 < 4)

function inCorner(x: number, y: number): boolean {
  return (
    (x <= corner && y <= corner) ||
    (x >= size - corner - 1 && y <= corner) ||
    (x <= corner && y >= size - corner - 1)
  )
}

export function StickerPreview() {
  const t = useTranslations('auth.preview')
  return (
    <div className="sticker">
      <svg viewBox={`0 0 ${size} ${size}`} className="w-full" fill="currentColor" aria-hidden>
        {dots.map(({ x, y }) => (
          <rect key={`${x} ${y}`} x={x + 0.06} y={y + 0.06} width=".88" height=".88" rx=".28" />
        ))}
        {[
          [0, 0],
          [size - corner, 0],
          [0, size - corner],
        ].map(([x, y]) => (
          <g key={`${x} ${y}`} transform={`translate(${x} ${y})`}>
            <rect x=".5" y=".5" width="6" height="6" rx="1.9" fill="none" stroke="currentColor" />
            <circle cx="3.5" cy="3.5" r="1.6" />
          </g>
        ))}
      </svg>
      <span className="type-section">{t('table', { label: '4' })}</span>
      <span className="type-hint text-center">{t('scan')}</span>
    </div>
  )
}
