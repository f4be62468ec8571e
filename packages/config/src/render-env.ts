/** `NAME=value` lines. Values are free of quotes and spaces, as base64url and URLs are. */
export const renderEnv = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('')
