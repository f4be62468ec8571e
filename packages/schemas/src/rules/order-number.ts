/** An order's number of the business day as people see it: at least four digits, `0147`. */
export function formatOrderNumber(orderNumber: number): string {
  return String(orderNumber).padStart(4, '0')
}
