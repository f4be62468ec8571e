export type SeatState = 'bare' | 'waiting' | 'cooking' | 'ready' | 'served'

const radius = 47
const around = 2 * Math.PI * radius

/** Says how far a plate is by shape alone: dashes wait, an arc cooks, a whole ring is ready. */
export function SeatRing({ state, progress = 0 }: { state: SeatState; progress?: number }) {
  if (state === 'bare') return null
  return (
    <svg viewBox="0 0 100 100" aria-hidden className="seat-ring">
      {state === 'waiting' && (
        <circle cx="50" cy="50" r={radius} className="ring-track" strokeDasharray="5 6.36" />
      )}
      {state === 'cooking' && <circle cx="50" cy="50" r={radius} className="ring-track" />}
      {state === 'cooking' && (
        <circle
          cx="50"
          cy="50"
          r={radius}
          className="ring-cooking"
          strokeDasharray={`${Math.max(0.04, Math.min(1, progress)) * around} ${around}`}
          transform="rotate(-90 50 50)"
        />
      )}
      {(state === 'ready' || state === 'served') && (
        <circle cx="50" cy="50" r={radius} className="ring-ready" />
      )}
    </svg>
  )
}
