import { isRecord } from './is-record.ts'

/** What survives a reload. */
export type CustomerFields = {
  sessionId: string | null
  branchSlug: string | null
  tableCode: string | null
  orderId: string | null
  branchName: string | null
  customerName: string | null
}

export const noCustomer: CustomerFields = {
  sessionId: null,
  branchSlug: null,
  tableCode: null,
  orderId: null,
  branchName: null,
  customerName: null,
}

const longestText = 120

/** The stored fields, each checked; anything that is not a short text counts as absent. */
export function parseCustomer(stored: unknown): CustomerFields {
  const fields = isRecord(stored) ? stored : {}
  const text = (name: keyof CustomerFields) => {
    const value = fields[name]
    return typeof value === 'string' && value !== '' && value.length <= longestText ? value : null
  }
  return {
    sessionId: text('sessionId'),
    branchSlug: text('branchSlug'),
    tableCode: text('tableCode'),
    orderId: text('orderId'),
    branchName: text('branchName'),
    customerName: text('customerName'),
  }
}
