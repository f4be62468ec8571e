/** A delivery that this process alone may send, for the `attempt`th time. */
export type Claim = { deliveryId: string; organizationId: string; branchId: string; attempt: number }
