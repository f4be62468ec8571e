import type { Session } from './table-tasks.ts'

export type FloorPlate = { picture?: string | null; ware?: string; ready?: boolean }

/** A plate per seated guest: ringed when it waits at the pass, full once served, bare until then. */
export function floorPlates(session: Session | null): FloorPlate[] {
  if (!session) return []
  const seated = session.guests.filter(({ state }) => state === 'active')
  const own = Map.groupBy(
    session.orders.flatMap(({ guestId, dishes }) => dishes.map((dish) => ({ guestId, dish }))),
    ({ guestId }) => guestId,
  )
  const plates = seated.map(({ id }): FloorPlate => {
    const dishes = (own.get(id) ?? []).map(({ dish }) => dish)
    const ready = dishes.findLast(({ state }) => state === 'ready')
    const shown = ready ?? dishes.findLast(({ state }) => state === 'served')
    return shown ? { picture: shown.picture, ware: shown.ware, ready: ready !== undefined } : {}
  })
  // An open table whose guests have all left is not free: somebody must still clear it.
  return plates.length > 0 ? plates : [{}]
}
