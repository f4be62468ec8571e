/** What Next.js hands to an `error.tsx`; `retry` fetches the segment again and renders it anew. */
export type ErrorPageProps = { error: unknown; retry: () => void }
