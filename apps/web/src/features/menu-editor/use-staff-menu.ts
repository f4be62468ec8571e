'use client'

import { unwrap } from '@repo/api-client'
import type { StaffDish, StaffMenu, UpdateDishInput } from '@repo/schemas/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { replaceDish } from '@/lib/replace-dish.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'

type Availability = { dish: StaffDish; availability: 'available' | 'sold_out' }
type Change = { dish: StaffDish; changes: Omit<UpdateDishInput, 'version'> }

/** The branch's whole menu, and the two ways to change a dish. `onFailed` hears of every change that was not saved. */
export function useStaffMenu(branchId: string, onFailed: () => void) {
  const queries = useQueryClient()
  const queryKey = ['menu', branchId]
  const menu = useQuery({
    queryKey,
    queryFn: () => unwrap(staffApi.menu.branches[':branchId'].menu.$get({ param: { branchId } })),
  })
  const show = (changed: StaffDish) => queries.setQueryData<StaffMenu>(queryKey, replaceDish(changed))

  const dishes = staffApi.menu.branches[':branchId'].menu.dishes[':dishId']
  const update = useMutation({
    mutationFn: ({ dish, changes }: Change) =>
      unwrap(
        dishes.$patch({ param: { branchId, dishId: dish.id }, json: { version: dish.version, ...changes } }),
      ),
    onSuccess: show,
    onError: () => {
      onFailed()
      return queries.invalidateQueries({ queryKey })
    },
  })
  const setAvailability = useMutation({
    // One after the other, so that the last tap on a switch is the one that stays.
    scope: { id: 'availability' },
    mutationFn: ({ dish, availability }: Availability) =>
      unwrap(dishes.availability.$put({ param: { branchId, dishId: dish.id }, json: { availability } })),
    // The switch follows the finger; a refusal puts it back.
    onMutate: ({ dish, availability }) => show({ ...dish, availability }),
    onSuccess: show,
    onError: (_, { dish }) => {
      onFailed()
      show(dish)
    },
  })
  return {
    menu,
    /** Undefined when it was not saved. */
    update: (change: Change) => update.mutateAsync(change).catch(() => undefined),
    setAvailability: (change: Availability) => setAvailability.mutateAsync(change).catch(() => undefined),
  }
}
