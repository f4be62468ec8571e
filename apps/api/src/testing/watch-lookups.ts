import type { Gateway } from '@repo/db'

/** The same gateway, recording the values that it is asked to look up. */
export function watchLookups(gateway: Gateway) {
  const lookedUp: unknown[][] = []
  const lookup = new Proxy(gateway.lookup, {
    apply(target, self, [strings, ...values]) {
      lookedUp.push(values)
      return Reflect.apply(target, self, [strings, ...values])
    },
  })
  return { gateway: { ...gateway, lookup }, lookedUp }
}
