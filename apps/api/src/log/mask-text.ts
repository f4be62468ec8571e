/** What must not reach a log, by its shape. Order matters: a longer shape is masked before the shapes inside it. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]+-----[\s\S]*?-----END [A-Z ]+-----/g, '[key]'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]+/gi, '$1 [secret]'],
  [/\b([a-z][a-z\d+.-]*:\/\/)[^\s/@:]*:[^\s/@]*@/gi, '$1[secret]@'],
  [/\$(?:argon2\w*|2[aby])\$[^\s"']+/g, '[hash]'],
  [/[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}/g, '[token]'],
  [/(?<![\w-])[\w-]{40,}(?![\w-])/g, '[secret]'],
  [/\b(?:sk|pk|rk|whsec)_\w+/g, '[secret]'],
  [/(\/customer\/[^\s/?#]+\/)[^\s/?#"']+/g, '$1[code]'],
  [/(?<![\w-])[2-9A-HJ-NP-Z]{12}(?![\w-])/g, '[code]'],
  [/[\w.%+'-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
]
const uuid = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi
const digits = /(?<![\w.:-])\+?\d(?:[ ().-]?\d){7,18}(?![\w:-])/g
// Ids are replaced by private-use characters while digits are searched for.
const firstStandIn = 0xe000
const standIns = /[\ue000-\uf8ff]/g
/** Everything that is masked contains one of these, so most texts need only this one check. */
const suspicious = /@|:\/\/|\$|-----|bearer|basic|customer|_|[\w-]{12}|\d[\d ().-]{6}/i

/** The text without what looks like a secret, a person's address, a phone or a card number. Ids stay readable. */
export function maskText(text: string, secrets?: RegExp): string {
  const known = secrets ? text.replace(secrets, '[secret]') : text
  if (!suspicious.test(known)) return known
  const ids: string[] = []
  let masked = known.replace(uuid, (id) => String.fromCharCode(firstStandIn + ids.push(id) - 1))
  for (const [shape, replacement] of shapes) masked = masked.replace(shape, replacement)
  masked = masked.replace(digits, '[number]')
  return masked.replace(standIns, (char) => ids[char.charCodeAt(0) - firstStandIn] ?? char)
}

/** One expression for the values that this process must never write. */
export const secretsPattern = (values: readonly string[]): RegExp | undefined =>
  values.length === 0 ? undefined : new RegExp(values.map((value) => RegExp.escape(value)).join('|'), 'g')
