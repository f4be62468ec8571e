type Chosen = { name: string; kind: string; quantity: number }

/** What was chosen for a dish as one line: "A little, 2 × extra sweet potato, no onion". */
export function describeChoice(
  modifiers: readonly Chosen[],
  without: (name: string) => string,
  locale: string,
): string {
  const parts = modifiers.map(({ name, kind, quantity }, at) => {
    const inner = at === 0 && kind !== 'remove' && quantity === 1 ? name : lowerFirst(name, locale)
    if (kind === 'remove') return at === 0 ? without(inner) : lowerFirst(without(inner), locale)
    return quantity > 1 ? `${quantity} × ${inner}` : inner
  })
  return parts.join(', ')
}

/** As within a sentence; abbreviations such as BBQ keep their capitals. */
function lowerFirst(text: string, locale: string): string {
  const isAbbreviation = /^\p{Lu}{2}/u.test(text)
  return isAbbreviation ? text : text.charAt(0).toLocaleLowerCase(locale) + text.slice(1)
}
