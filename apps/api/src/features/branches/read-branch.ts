import type { Tx } from '@repo/db'
import { branches, openingHours, organizations } from '@repo/db/schema'
import type { Branch } from '@repo/schemas/contract'
import { asc, eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'

/** A branch with its organization's name and opening hours. @throws NOT_FOUND */
export async function readBranch({ db }: Tx, branchId: string): Promise<Branch> {
  const [[row], hours] = await Promise.all([
    db
      .select({ branch: branches, organizationName: organizations.name })
      .from(branches)
      .innerJoin(organizations, eq(organizations.id, branches.organizationId))
      .where(eq(branches.id, branchId)),
    db
      .select({
        weekday: openingHours.weekday,
        opensMinute: openingHours.opensMinute,
        closesMinute: openingHours.closesMinute,
      })
      .from(openingHours)
      .orderBy(asc(openingHours.weekday), asc(openingHours.opensMinute)),
  ])
  if (!row) throw new ApiError('NOT_FOUND')
  const { branch, organizationName } = row
  return {
    id: branch.id,
    slug: branch.slug,
    name: branch.name,
    organizationName,
    currency: branch.currency,
    taxMode: branch.taxMode,
    serviceChargePpm: branch.serviceChargePpm,
    timeZone: branch.timeZone,
    businessDayCutoffMinutes: branch.businessDayCutoffMinutes,
    targetMinutes: branch.targetMinutes,
    defaultLocale: branch.defaultLocale,
    locales: branch.locales,
    accent: { hue: branch.accentHue, chroma: branch.accentChroma },
    logo: branch.logo,
    orderingPaused: branch.orderingPaused,
    confirmOrders: branch.confirmOrders,
    openingHours: hours,
  }
}
