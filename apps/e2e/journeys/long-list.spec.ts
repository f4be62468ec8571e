import { unwrap } from '@repo/api-client'
import { say } from '../support/messages.ts'
import type { Restaurant } from '../support/restaurant.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

const pageSize = 20

test('a long list grows on demand, even when its last item is removed meanwhile', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/status of 404/)
  const names = Array.from({ length: pageSize + 1 }, (_, at) => `Waiter ${at + 10}`)
  await Promise.all(names.map((name) => restaurant.hire('waiter', name)))
  await signIn(page, restaurant.owner, '/team')
  const shown = page.getByRole('main').getByRole('listitem').filter({ hasText: '@example.com' })
  const more = page.getByRole('button', { name: say('common.more') })
  await expect(shown).toHaveCount(pageSize)
  await removeLastOf(restaurant)
  await more.click()
  await expect(shown).toHaveCount(pageSize + 1)
  await expect(shown.filter({ hasText: 'Waiter 30' })).toBeVisible()
  await expect(more).toBeHidden()
})

/** Removes the colleague whom the first page ends with. */
async function removeLastOf({ staff, branchId }: Restaurant): Promise<void> {
  const route = staff.staff.branches[':branchId'].staff
  const { next } = await unwrap(route.$get({ param: { branchId }, query: {} }))
  if (!next) throw new Error('the team fills more than a page')
  await unwrap(route[':membershipId'].$delete({ param: { branchId, membershipId: next } }))
}
