import { useTranslations } from 'next-intl'
import { Button } from './button.tsx'

type MoreButtonProps = {
  list: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
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
      onClick={() => void list.fetchNextPage()}
    >
      {t('more')}
    </Button>
  )
}
