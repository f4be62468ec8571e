import { useInfiniteQuery } from '@tanstack/react-query'

type Page = { next: string | null }
type Options<P extends Page> = {
  queryKey: readonly string[]
  /** Loads the page behind that one, or the first. */
  load: (query: { after?: string }) => Promise<P>
  refetchInterval?: number
}

/** A list that grows: the pages shown so far, and whether there are more. */
export const usePages = <P extends Page>({ queryKey, load, refetchInterval }: Options<P>) =>
  useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam === null ? {} : { after: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    ...(refetchInterval !== undefined && { refetchInterval }),
  })
