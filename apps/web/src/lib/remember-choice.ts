const oneYearSeconds = 365 * 24 * 60 * 60

/** Keeps a display choice (language, theme) where the server reads it on the next request. */
export function rememberChoice(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: Safari before 18.4 has no Cookie Store API
  document.cookie = `${name}=${value}; Path=/; Max-Age=${oneYearSeconds}; SameSite=Lax${secure}`
}
