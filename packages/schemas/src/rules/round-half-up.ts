import { requireInteger } from './safe-integer.ts'

/**
 * `amount × numerator ÷ denominator`, rounded once, halves away from zero, so that a refund mirrors its charge.
 * Throws a RangeError for a denominator below 1 and beyond safe integers.
 */
export function mulDivHalfUp(amount: number, numerator: number, denominator: number): number {
  if (requireInteger(denominator) < 1) throw new RangeError(`${denominator} is not a denominator`)
  const product = BigInt(requireInteger(amount)) * BigInt(requireInteger(numerator))
  const divisor = BigInt(denominator)
  const magnitude = product < 0n ? -product : product
  const rounded = (2n * magnitude + divisor) / (2n * divisor)
  return requireInteger(Number(product < 0n ? -rounded : rounded))
}
