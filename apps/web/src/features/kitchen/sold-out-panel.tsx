'use client'

import { unwrap } from '@repo/api-client'
import type { StaffDish, StaffMenu } from '@repo/schemas/contract'
import { localize } from '@repo/schemas/rules'
import { X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Switch } from '@/components/ui/switch.tsx'
import { replaceDish } from '@/lib/replace-dish.ts'
import { useKitchenAccess } from './kitchen-access.tsx'

type SoldOutPanelProps = { branchId: string; onClose: () => void; onChanged: () => void }

/** The list in which a dish is 86ed or brought back; open menus change at once. */
export function SoldOutPanel({ branchId, onClose, onChanged }: SoldOutPanelProps) {
  const t = useTranslations('kitchen')
  const locale = useLocale()
  const { api } = useKitchenAccess()
  const dialog = useRef<HTMLDialogElement>(null)
  const [menu, setMenu] = useState<StaffMenu>()
  const [failed, setFailed] = useState(false)
  const [wanted, setWanted] = useState('')

  useEffect(() => {
    dialog.current?.showModal()
    unwrap(api.menu.branches[':branchId'].menu.$get({ param: { branchId } })).then(setMenu, () =>
      setFailed(true),
    )
  }, [api, branchId])

  async function toggle(dish: StaffDish): Promise<void> {
    const availability = dish.availability === 'sold_out' ? 'available' : 'sold_out'
    const put = api.menu.branches[':branchId'].menu.dishes[':dishId'].availability.$put({
      param: { branchId, dishId: dish.id },
      json: { availability },
    })
    // The switch follows the finger; a refusal puts it back.
    setMenu(replaceDish({ ...dish, availability }))
    try {
      const changed = await unwrap(put)
      setFailed(false)
      setMenu(replaceDish(changed))
      onChanged()
    } catch {
      setMenu(replaceDish(dish))
      setFailed(true)
    }
  }

  const nameOf = ({ name }: StaffDish) => localize(name, locale)
  const dishes = menu?.categories.flatMap((category) => category.dishes) ?? []
  const shown = dishes.filter(
    (dish) =>
      dish.availability !== 'hidden' && nameOf(dish).toLowerCase().includes(wanted.trim().toLowerCase()),
  )

  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-label={t('soldOut')}
      className="m-auto h-[80dvh] w-[min(40rem,94vw)] rounded-xl bg-surface p-0 text-ink shadow-sheet backdrop:bg-scrim"
    >
      <div className="flex h-full flex-col">
        <div className="flex items-center gap-3 border-b border-line p-4">
          <h2 className="type-section">{t('soldOut')}</h2>
          <input
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
            aria-label={t('findDish')}
            placeholder={t('findDish')}
            className="min-h-14 min-w-0 flex-1 rounded-md border-[1.5px] border-input bg-raised px-4 text-lg"
          />
          <button
            type="button"
            onClick={() => dialog.current?.close()}
            aria-label={t('close')}
            className="inline-flex size-14 items-center justify-center rounded-full bg-sunken"
          >
            <X size={24} aria-hidden />
          </button>
        </div>
        {failed && (
          <p role="alert" className="bg-danger-soft px-4 py-3 font-[640] text-danger-text">
            {t('notChanged')}
          </p>
        )}
        <ul className="min-h-0 flex-1 overflow-y-auto">
          {shown.map((dish) => (
            <li
              key={dish.id}
              className="flex min-h-16 items-center justify-between gap-4 border-b border-line px-4 py-2"
            >
              <span className="type-kitchen-dish [overflow-wrap:anywhere]">{nameOf(dish)}</span>
              <Switch
                label={t('onSale', { dish: nameOf(dish) })}
                state={dish.availability === 'sold_out' ? t('off') : t('on')}
                checked={dish.availability === 'available'}
                onChange={() => void toggle(dish)}
              />
            </li>
          ))}
        </ul>
      </div>
    </dialog>
  )
}
