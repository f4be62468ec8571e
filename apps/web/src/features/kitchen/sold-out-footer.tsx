import type { KitchenBoard } from '@repo/schemas/contract'
import { Ban } from 'lucide-react'
import { useTranslations } from 'next-intl'

export function SoldOutFooter({ dishes, onOpen }: { dishes: KitchenBoard['soldOut']; onOpen: () => void }) {
  const t = useTranslations('kitchen')
  if (dishes.length === 0) return null
  return (
    <footer className="flex items-center gap-3 overflow-x-auto border-t border-line px-4 py-2">
      <h2 className="type-label shrink-0 text-muted-foreground">{t('soldOutTonight')}</h2>
      {dishes.map(({ dishId, name }) => (
        <button
          key={dishId}
          type="button"
          onClick={onOpen}
          className="type-label inline-flex min-h-11 shrink-0 items-center gap-2 rounded-sm bg-surface px-3"
        >
          <Ban size={18} strokeWidth={2.4} aria-hidden />
          {name}
        </button>
      ))}
    </footer>
  )
}
