import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware'
import { createStore } from 'zustand/vanilla'
import type { TableRoute } from './customer-store.ts'
import {
  type Cart,
  type CartLine,
  emptyCart,
  maxCartLines,
  maxLineQuantity,
  parseCart,
} from './parse-cart.ts'
import { tabStorage } from './tab-storage.ts'

const storageKey = (route: TableRoute) => `restai.cart.${route.branchSlug}.${route.tableCode}`

/** What this phone has chosen and not sent yet, kept per table while the tab lives. `storage` must answer at once. */
export function createCartStore(storage: StateStorage) {
  const store = createStore<Cart>()(
    persist(() => emptyCart, {
      name: 'restai.cart',
      storage: createJSONStorage<Cart>(() => storage),
      skipHydration: true,
      merge: (stored, current) => ({ ...current, ...parseCart(stored) }),
    }),
  )
  let opened = ''

  return {
    store,

    /** Brings back the cart of this table. */
    open(route: TableRoute): void {
      const name = storageKey(route)
      if (name === opened) return
      opened = name
      store.persist.setOptions({ name })
      void store.persist.rehydrate()
    },

    /** Adds a dish; the same choice with the same note adds up. False when the order is as large as it may be. */
    add(line: CartLine): boolean {
      const { lines } = store.getState()
      const key = lineKey(line)
      const same = lines.find((other) => lineKey(other) === key)
      if (!same && lines.length >= maxCartLines) return false
      if (same && same.quantity + line.quantity > maxLineQuantity) return false
      const merged = lines.map((other) =>
        other === same ? { ...other, quantity: other.quantity + line.quantity } : other,
      )
      store.setState({ lines: same ? merged : [...lines, line] })
      return true
    },

    /** Sets how many; 0 takes the line away. */
    setQuantity(key: string, quantity: number): void {
      store.setState(({ lines }) => ({
        lines: lines.flatMap((line) =>
          lineKey(line) !== key ? line : quantity > 0 ? { ...line, quantity } : [],
        ),
      }))
    },

    setLines(lines: CartLine[]): void {
      store.setState({ lines })
    },

    setNotes(notes: Partial<Pick<Cart, 'note' | 'allergyNote'>>): void {
      store.setState(notes)
    },

    /** Empties the cart for the next round. An allergy stays: it does not end with a dish. */
    clearRound(): void {
      store.setState({ lines: [], note: '' })
    },
  }
}

/** Tells lines of one dish apart: by what was chosen and noted. */
export function lineKey({ dishId, modifiers, note }: CartLine): string {
  const chosen = modifiers.map(({ optionId, quantity }) => `${optionId}×${quantity}`).toSorted()
  return [dishId, ...chosen, note].join(' ')
}

export const cart = createCartStore(tabStorage)
