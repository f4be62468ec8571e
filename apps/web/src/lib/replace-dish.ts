import type { StaffDish, StaffMenu } from '@repo/schemas/contract'

/** The menu with this dish as it is now. An answer that a newer one overtook changes nothing. */
export const replaceDish =
  (changed: StaffDish) =>
  (menu: StaffMenu | undefined): StaffMenu | undefined =>
    menu && {
      ...menu,
      categories: menu.categories.map((category) => ({
        ...category,
        dishes: category.dishes.map((dish) =>
          dish.id === changed.id && dish.version <= changed.version ? changed : dish,
        ),
      })),
    }
