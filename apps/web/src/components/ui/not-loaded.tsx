import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Strip } from './strip.tsx'

/** In place of what did not load. */
export function NotLoaded({ children, onRetry }: { children: ReactNode; onRetry: () => void }) {
  const t = useTranslations('common')
  return (
    <Strip
      tone="danger"
      urgent
      icon={<CircleAlert size={22} aria-hidden />}
      action={
        <Button size={44} variant="line" onClick={onRetry}>
          {t('retry')}
        </Button>
      }
    >
      {children}
    </Strip>
  )
}
