import type { Guest, Order, OrderLine } from '@repo/schemas/contract'

type Person = Pick<Guest, 'id' | 'name'>

export type Plate = { person: Person; line: OrderLine | null }
export type TablePlates = {
  /** One per person, the viewer first; null is a bare plate. */
  plates: Plate[]
  /** Everything else that stands on the table, drinks first. */
  shared: OrderLine[]
}

/** Who needs looking at first. */
const urgency: OrderLine['state'][] = ['ready', 'preparing', 'confirmed', 'pending', 'served']

/** Lays the table: everybody gets the dish of theirs that matters most now, the rest goes in the middle. */
export function tablePlates(
  orders: readonly Order[],
  guests: readonly Guest[],
  ownId: string | undefined,
): TablePlates {
  const people = peopleOf(orders, guests).toSorted((a, b) => Number(b.id === ownId) - Number(a.id === ownId))
  const plates = people.map((person): Plate => {
    const own = orders
      .filter(({ guestId }) => guestId === person.id)
      .flatMap((order) => order.lines.filter(isLive))
    return { person, line: own.toSorted(byImportance)[0] ?? null }
  })
  const onPlates = new Set(plates.map(({ line }) => line?.id))
  const rest = orders.flatMap((order) => order.lines.filter(isLive)).filter(({ id }) => !onPlates.has(id))
  return {
    plates,
    shared: rest.toSorted((a, b) => Number(isDrink(b)) - Number(isDrink(a)) || byImportance(a, b)),
  }
}

/** Those who sit here, and those who left something on the table. */
function peopleOf(orders: readonly Order[], guests: readonly Guest[]): Person[] {
  const seated = guests.filter(({ state }) => state === 'active').map(({ id, name }) => ({ id, name }))
  const known = new Set(seated.map(({ id }) => id))
  const gone = orders.flatMap(({ guestId, guestName, lines }) => {
    if (guestId === null || known.has(guestId) || !lines.some(isLive)) return []
    known.add(guestId)
    return { id: guestId, name: guestName }
  })
  return [...seated, ...gone]
}

function byImportance(a: OrderLine, b: OrderLine): number {
  return Number(isDrink(a)) - Number(isDrink(b)) || urgency.indexOf(a.state) - urgency.indexOf(b.state)
}

const isDrink = ({ ware }: OrderLine): boolean => ware === 'glass'
const isLive = ({ state }: OrderLine): boolean => state !== 'cancelled'
