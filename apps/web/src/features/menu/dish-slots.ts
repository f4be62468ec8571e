import type { MenuDish } from '@repo/schemas/contract'
import type { ReactNode } from 'react'

/** What a page puts into the menu's list. */
export type DishSlots = {
  /** Address of a dish's page; null where there is none. */
  hrefOf: (dish: MenuDish) => string | null
  /** The add button of a dish. */
  actionOf?: (dish: MenuDish, backdrop: string) => ReactNode
}

export const popularSectionId = 'popular'
export const categorySectionId = (categoryId: string): string => `category-${categoryId}`
