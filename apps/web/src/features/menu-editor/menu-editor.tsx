'use client'

import { can } from '@repo/auth/policy'
import type { StaffDish } from '@repo/schemas/contract'
import { localize } from '@repo/schemas/rules'
import { CircleAlert } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Strip } from '@/components/ui/strip.tsx'
import { toast } from '@/components/ui/toast-store.ts'
import type { StaffBranch } from '@/lib/staff/use-staff.ts'
import { DishRow } from './dish-row.tsx'
import { PhotoDialog } from './photo-dialog.tsx'
import { useStaffMenu } from './use-staff-menu.ts'

/** The whole menu with prices and one switch for 86. Changes are live for guests at once; undo replaces questions. */
export function MenuEditor({ branch }: { branch: StaffBranch }) {
  const t = useTranslations('settings.menu')
  const locale = useLocale()
  const { menu, update, setAvailability } = useStaffMenu(branch.id, () =>
    toast({ message: t('notSaved'), tone: 'failed' }),
  )
  const mayPrice = can(branch.role, 'menu:update')
  const nameOf = ({ name }: Pick<StaffDish, 'name'>) => localize(name, locale)
  const [photoOf, setPhotoOf] = useState<{ dish: StaffDish; backdrop: string } | null>(null)
  const [photoOpen, setPhotoOpen] = useState(false)

  function showPhoto(of: { dish: StaffDish; backdrop: string }): void {
    setPhotoOf(of)
    setPhotoOpen(true)
  }

  async function changePrice(dish: StaffDish, priceMinor: number): Promise<void> {
    const changed = await update({ dish, changes: { priceMinor } })
    if (!changed) return
    const undoTo = { dish: changed, changes: { priceMinor: dish.priceMinor } }
    toast({
      message: t('priceSaved', { dish: nameOf(dish) }),
      undo: { label: t('undo'), run: () => void update(undoTo) },
    })
  }

  async function changeAvailability(dish: StaffDish, available: boolean): Promise<void> {
    const set = (next: boolean) => setAvailability({ dish, availability: next ? 'available' : 'sold_out' })
    if (!(await set(available))) return
    toast({
      message: t(available ? 'backOn' : 'nowOff', { dish: nameOf(dish) }),
      undo: { label: t('undo'), run: () => void set(!available) },
    })
  }

  return (
    <section className="mx-auto grid max-w-6xl gap-5 p-4.5">
      <header>
        <h1 className="type-screen">{t('title')}</h1>
        <p className="text-muted-foreground">{t('hint')}</p>
      </header>
      {menu.isPending && <p role="status">{t('loading')}</p>}
      {menu.isError && (
        <Strip
          tone="danger"
          urgent
          icon={<CircleAlert size={22} />}
          lead={t('notLoaded')}
          action={
            <Button size={44} variant="line" onClick={() => void menu.refetch()}>
              {t('retry')}
            </Button>
          }
        >
          {t('nothingLost')}
        </Strip>
      )}
      {menu.data && (
        <nav aria-label={t('categories')} className="flex gap-2 overflow-x-auto pb-1">
          {menu.data.categories.map((category) => (
            <a
              key={category.id}
              href={`#${category.id}`}
              className="type-label inline-flex min-h-11 shrink-0 items-center gap-2 rounded-full bg-sunken px-4"
            >
              <span
                aria-hidden
                className="size-4 rounded-full"
                style={{ background: `var(--bd-${category.backdrop})` }}
              />
              {nameOf(category)}
              <span className="figures text-muted-foreground">{category.dishes.length}</span>
            </a>
          ))}
        </nav>
      )}
      {menu.data?.categories.map((category) => (
        <section
          key={category.id}
          id={category.id}
          className="scroll-mt-4 rounded-lg bg-surface px-4.5 py-4 shadow-resting"
        >
          <h2 className="type-section border-b pb-2">{nameOf(category)}</h2>
          <ul>
            {category.dishes.map((dish) => (
              <DishRow
                key={dish.id}
                dish={dish}
                backdrop={category.backdrop}
                currency={menu.data.currency}
                onPhoto={mayPrice ? () => showPhoto({ dish, backdrop: category.backdrop }) : undefined}
                onPrice={mayPrice ? (priceMinor) => void changePrice(dish, priceMinor) : undefined}
                onAvailability={(available) => void changeAvailability(dish, available)}
              />
            ))}
          </ul>
        </section>
      ))}
      {photoOf && (
        <PhotoDialog
          key={photoOf.dish.id}
          {...photoOf}
          branchId={branch.id}
          name={nameOf(photoOf.dish)}
          open={photoOpen}
          onClose={() => setPhotoOpen(false)}
        />
      )}
    </section>
  )
}
