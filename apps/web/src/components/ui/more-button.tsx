import { ApiProblem } from '@repo/api-client'
import { useTranslations } from 'next-intl'
import { Button } from './button.tsx'

type MoreButtonProps = {
  list: {
    hasNextPage: boolean
    isFetchingNextPage: boolean
    fetchNextPage: () => Promise<{ error: unknown }>
    refetch: () => Promise<unknown>
  }
}

/** Shows the next page of a list below the others; absent on the last one. */
export function MoreButton({ list }: MoreButtonProps) {
  const t = useTranslations('common')
  if (!list.hasNextPage) return null
  return (
    <Button
      variant="quiet"
      size={44}
      className="justify-self-center"
      busy={list.isFetchingNextPage}
      onClick={() => void showMore(list)}
    >
      {t('more')}
    </Button>
  )
}

/** When the last item shown is gone meanwhile, nobody knows what comes behind it: then what is shown is read anew first. */
async function showMore({ fetchNextPage, refetch }: MoreButtonProps['list']): Promise<void> {
  const { error } = await fetchNextPage()
  if (!(error instanceof ApiProblem && error.code === 'NOT_FOUND')) return
  await refetch()
  await fetchNextPage()
}
