import type { BoardDish } from './table-tasks.ts'

/** Dishes in a few words: "2 Wok beef, Flan". */
export const dishWords = (dishes: readonly Pick<BoardDish, 'name' | 'quantity'>[]): string =>
  dishes.map(({ name, quantity }) => (quantity > 1 ? `${quantity} ${name}` : name)).join(', ')
