/** Address of the API as this process reaches it, read when asked so that no build carries it. */
export function apiInternalUrl(): URL {
  const address = process.env.API_INTERNAL_URL
  if (!address) throw new Error('API_INTERNAL_URL is not set')
  return new URL(address)
}
