/** Dishes in a few words: "2 Wok beef, Flan". */
export const dishWords = (dishes: readonly { name: string; quantity: number }[]): string =>
  dishes.map(({ name, quantity }) => (quantity > 1 ? `${quantity} ${name}` : name)).join(', ')
