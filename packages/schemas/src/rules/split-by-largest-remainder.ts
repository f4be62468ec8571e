import { requireNatural } from './safe-integer.ts'

/**
 * Shares of an amount in proportion to the weights, summing to it exactly. Each share is its exact quota rounded
 * down, and what is left goes, 1 each, to the largest remainders (Hamilton); among equals the earlier weight wins.
 * Throws a RangeError for negative or unsafe numbers, and when there is an amount but no weight to carry it.
 */
export function splitByLargestRemainder(amountMinor: number, weights: readonly number[]): number[] {
  const amount = BigInt(requireNatural(amountMinor))
  const total = weights.reduce((sum, weight) => sum + BigInt(requireNatural(weight)), 0n)
  if (total === 0n) {
    if (amount > 0n) throw new RangeError('no weight to carry the amount')
    return weights.map(() => 0)
  }
  const shares = weights.map((weight) => {
    const product = amount * BigInt(weight)
    return { shareMinor: Number(product / total), remainder: product % total }
  })
  const left = shares.reduce((rest, { shareMinor }) => rest - shareMinor, amountMinor)
  const byRemainder = shares.toSorted(
    (a, b) => Number(b.remainder > a.remainder) - Number(b.remainder < a.remainder),
  )
  for (const share of byRemainder.slice(0, left)) share.shareMinor += 1
  return shares.map(({ shareMinor }) => shareMinor)
}
