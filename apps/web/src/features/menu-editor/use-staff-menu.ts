'use client'

import { unwrap } from '@repo/api-client'
import type { StaffDish, StaffMenu, UpdateDishInput } from '@repo/schemas/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { staffApi } from '@/lib/staff/staff-session.ts'

type Availability = { dish: StaffDish; availability: 'available' | 'sold_out' }
type Change = { dish: StaffDish; changes: Omit<UpdateDishInput, 'version'> }

/** The branch's whole menu, and the two ways to change a dish. */
export function useStaffMenu(branchId: string) {
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
    onError: () => queries.invalidateQueries({ queryKey }),
  })
  const setAvailability = useMutation({
    mutationFn: ({ dish, availability }: Availability) =>
      unwrap(dishes.availability.$put({ param: { branchId, dishId: dish.id }, json: { availability } })),
    // The switch follows the finger; a refusal puts it back.
    onMutate: ({ dish, availability }) => show({ ...dish, availability }),
    onSuccess: show,
    onError: (_, { dish }) => show(dish),
  })
  return { menu, update, setAvailability }
}

/** The menu with this dish as it is now. */
export const replaceDish =
  (changed: StaffDish) =>
  (menu: StaffMenu | undefined): StaffMenu | undefined =>
    menu && {
      ...menu,
      categories: menu.categories.map((category) => ({
        ...category,
        dishes: category.dishes.map((dish) => (dish.id === changed.id ? changed : dish)),
      })),
    }
