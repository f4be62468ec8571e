/** Arguments and tags of an ICU message, as `name:type`, sorted. @throws on braces that do not match */
export function icuArguments(message: string): string[] {
  const found = new Set([...message.matchAll(/<(\w+)>/g)].map(([, tag]) => `${tag}:tag`))
  const end = readMessage(withoutQuotes(message), 0, found)
  if (end !== withoutQuotes(message).length) throw new Error(`unmatched brace in "${message}"`)
  return [...found].sort()
}

const withoutQuotes = (message: string): string => message.replaceAll(/'[{}][^']*'/g, '')

/** Reads text and arguments from `at` to the brace that closes this message; answers with its position. */
function readMessage(message: string, at: number, found: Set<string>): number {
  let position = at
  while (position < message.length && message[position] !== '}') {
    position = message[position] === '{' ? readArgument(message, position + 1, found) : position + 1
  }
  return position
}

function readArgument(message: string, at: number, found: Set<string>): number {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(message.slice(at))
  if (!head) throw new Error(`no argument name in "${message}"`)
  found.add(`${head[1]}:${head[2] ?? 'value'}`)
  let position = at + head[0].length
  while (position < message.length && message[position] !== '}') {
    position = message[position] === '{' ? readMessage(message, position + 1, found) + 1 : position + 1
  }
  if (position >= message.length) throw new Error(`unmatched brace in "${message}"`)
  return position + 1
}
