import type { Tx } from '@repo/db'
import type { Localized } from '@repo/db/schema'
import { shownPicture } from '../menu/shown-picture.ts'

export type BranchTerms = {
  currency: string
  taxMode: 'inclusive' | 'exclusive'
  serviceChargePpm: number
  timeZone: string
  businessDayCutoffMinutes: number
  defaultLocale: string
  orderingPaused: boolean
  confirmOrders: 'never' | 'first' | 'always'
  openingHours: { weekday: number; opensMinute: number; closesMinute: number }[]
}

export type SessionSeat = {
  state: string
  tableLabel: string
  guestName: string
  guestState: string
  hasConfirmedOrder: boolean
}

export type OptionTerms = {
  id: string
  name: Localized
  kind: 'choice' | 'add' | 'remove'
  priceMinor: number
  maxQuantity: number
  availability: string
}
export type DishTerms = {
  id: string
  stationId: string | null
  name: Localized
  priceMinor: number
  picture: string | null
  ware: string
  backdrop: string
  availability: string
  taxName: string
  taxRatePpm: number
  groups: { id: string; min: number; max: number; options: OptionTerms[] }[]
}

type PictureTerms = Parameters<typeof shownPicture>[0]

/** What an order is decided on: the branch's terms, the guest's seat and the dishes named, in one round trip. */
export async function loadOrderContext(
  { sql }: Tx,
  {
    branchId,
    sessionId,
    guestId,
    dishIds,
  }: { branchId: string; sessionId: string; guestId: string; dishIds: string[] },
): Promise<{
  branch: BranchTerms | undefined
  seat: SessionSeat | undefined
  dishes: Map<string, DishTerms>
  /** The table's orders that are not served yet. */
  underWay: number
}> {
  const [, [branch], [seat], [live], dishes] = await Promise.all([
    // Orders of one session wait for each other, and the session cannot be closed while one is being placed. A statement
    // of its own, and the first one, so that the others read the state after the wait.
    sql`select from table_sessions where id = ${sessionId} for no key update`,
    sql<BranchTerms[]>`
      select currency, tax_mode as "taxMode", service_charge_ppm as "serviceChargePpm", time_zone as "timeZone",
        business_day_cutoff_minutes as "businessDayCutoffMinutes", default_locale as "defaultLocale",
        ordering_paused as "orderingPaused", confirm_orders as "confirmOrders",
        coalesce((select jsonb_agg(jsonb_build_object('weekday', h.weekday, 'opensMinute', h.opens_minute, 'closesMinute', h.closes_minute))
          from opening_hours h where h.branch_id = branches.id), '[]') as "openingHours"
      from branches where id = ${branchId}`,
    sql<SessionSeat[]>`
      select s.state, t.label as "tableLabel", g.name as "guestName", g.state as "guestState",
        exists (select 1 from orders o where o.session_id = s.id and o.confirmed_at is not null) as "hasConfirmedOrder"
      from table_sessions s join dining_tables t on t.id = s.table_id join guests g on g.session_id = s.id and g.id = ${guestId}
      where s.id = ${sessionId}`,
    sql<{ orders: number }[]>`
      select count(*)::int as orders from orders
      where session_id = ${sessionId} and state in ('pending', 'confirmed', 'preparing', 'ready')`,
    sql<(DishTerms & PictureTerms)[]>`
      select d.id, d.station_id as "stationId", d.name, d.price_minor as "priceMinor",
        d.branch_id as "branchId", d.photo, d.picture, d.ware, c.backdrop,
        d.availability, x.name as "taxName", x.rate_ppm as "taxRatePpm",
        coalesce((
          select jsonb_agg(jsonb_build_object('id', g.id, 'min', g.min, 'max', g.max, 'options', (
            select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name, 'kind', o.kind, 'priceMinor', o.price_minor,
              'maxQuantity', o.max_quantity, 'availability', o.availability) order by o.position), '[]')
            from modifier_options o where o.group_id = g.id)))
          from dish_modifier_groups l join modifier_groups g on g.id = l.group_id where l.dish_id = d.id), '[]') as groups
      from dishes d join menu_categories c on c.id = d.category_id join tax_rates x on x.id = d.tax_rate_id
      where d.id = any(${dishIds}::uuid[])`,
  ])
  return {
    branch,
    seat,
    dishes: new Map(dishes.map((dish) => [dish.id, { ...dish, picture: shownPicture(dish) }])),
    underWay: live?.orders ?? 0,
  }
}
