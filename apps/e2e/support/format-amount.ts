/** Dollars as the app writes them: 1250 is `12.50`. */
export const formatAmount = (amountMinor: number): string => (amountMinor / 100).toFixed(2)
