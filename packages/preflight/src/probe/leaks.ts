const leaks: Record<string, RegExp> = {
  'a stack': /"stack"|\bat\s+\S+\s*\(?\S+:\d+:\d+\)?/,
  SQL: /\b(select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|syntax error at or near|violates \w+[ -]\w+ constraint)\b/i,
  'a path of the server': /\/(app|home|usr|var|srv|opt|root|node_modules)\/[\w.-]+|[\w-]+\.(ts|js|mjs):\d+/,
  'its database': /postgres(ql)?:\/\/|ECONNREFUSED|\bPostgresError\b|\bDrizzle\w*Error\b/i,
}

/** What an answer reveals about the inside of the server. */
export const leaksOf = (body: string): string[] =>
  Object.entries(leaks)
    .filter(([, pattern]) => pattern.test(body))
    .map(([name]) => name)
