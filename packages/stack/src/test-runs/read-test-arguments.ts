/** `pnpm test unit integration -- menu`: steps by name, then what their runners filter by. All steps without a name. */
export function readTestArguments(args: readonly string[], names: readonly string[]) {
  const given = args.filter((arg) => arg !== '--')
  const firstFilter = given.findIndex((arg) => !names.includes(arg))
  const chosen = firstFilter < 0 ? given : given.slice(0, firstFilter)
  const filters = firstFilter < 0 ? [] : given.slice(firstFilter)
  if (given.length > 0 && chosen.length === 0) {
    throw new Error(`${given[0]} is not a step of the tests. Steps: ${names.join(', ')}`)
  }
  return { chosen: chosen.length > 0 ? chosen : [...names], filters }
}
