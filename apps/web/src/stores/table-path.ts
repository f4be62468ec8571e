import type { TableRoute } from './customer-store.ts'

/** Address of a table's menu; its other pages lie below. */
export const tablePath = ({ branchSlug, tableCode }: TableRoute): string => `/${branchSlug}/${tableCode}`
