'use client'

import type { MenuDish } from '@repo/schemas/contract'
import { mergeAllergens, priceLine } from '@repo/schemas/rules'
import { MessageSquareText } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useStore } from 'zustand'
import { Button, buttonStyle } from '@/components/ui/button.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Price } from '@/components/ui/price.tsx'
import { Stepper } from '@/components/ui/stepper.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import { cart } from '@/stores/cart-store.ts'
import { customer } from '@/stores/customer-store.ts'
import { askForNameOnce } from '@/stores/overlay-store.ts'
import { maxLineQuantity, maxNoteChars } from '@/stores/parse-cart.ts'
import { tablePath } from '@/stores/table-path.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { AllergenSummary } from './allergen-summary.tsx'
import { firstIncomplete, initialPicks, type Picks, toCartLine } from './choose-options.ts'
import { finderStore } from './finder-store.ts'
import { ModifierGroup } from './modifier-group.tsx'

/** A dish with its choices, and the button that says for whom and how much. */
export function DishConfigurator({ dish, backdrop }: { dish: MenuDish; backdrop: string }) {
  const t = useTranslations('menu')
  const router = useRouter()
  const place = useTablePlace()
  const name = useStore(customer.store, ({ customerName }) => customerName)
  const avoid = useStore(finderStore, (finder) => finder.avoid)
  const [picks, setPicks] = useState<Picks>(() => initialPicks(dish))
  const [quantity, setQuantity] = useState(1)
  const [note, setNote] = useState<string | null>(null)
  const [problem, setProblem] = useState<'incomplete' | 'full' | null>(null)

  const line = toCartLine({ dish, backdrop, picks, quantity, note: note ?? '' })
  const chosen = dish.modifierGroups
    .flatMap(({ options }) => options)
    .filter(({ id }) => (picks[id] ?? 0) > 0)
  const declared = mergeAllergens(
    dish.allergens,
    chosen.map((option) => option.allergens),
  )
  const incompleteId = firstIncomplete(dish, picks)
  const { currency } = place.branch

  const add = () => {
    if (incompleteId) {
      setProblem('incomplete')
      return document.getElementById(`group-${incompleteId}`)?.focus()
    }
    if (!cart.add(line)) return setProblem('full')
    askForNameOnce()
    router.replace(`${tablePath(place)}#dish-${dish.id}`)
  }

  return (
    <>
      <AllergenSummary declared={declared} avoid={avoid} />
      {dish.modifierGroups.map((group) => (
        <ModifierGroup
          key={group.id}
          group={group}
          picks={picks}
          currency={currency}
          isMissing={problem === 'incomplete' && group.id === incompleteId}
          onPick={(next) => setPicks(next)}
        />
      ))}
      {note === null ? (
        <button
          type="button"
          onClick={() => setNote('')}
          className={`needs-script justify-self-start ${buttonStyle({ variant: 'quiet', size: 44 })}`}
        >
          <MessageSquareText size={20} />
          {t('dish.addNote')}
        </button>
      ) : (
        <Field label={t('dish.note')} aside={t('dish.noteAside')} hint={t('dish.noteHint')}>
          {(control) => (
            <Textarea
              {...control}
              autoFocus
              value={note}
              maxLength={maxNoteChars}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
      )}
      <div className="needs-script fixed inset-x-0 bottom-0 z-20 bg-surface pb-safe shadow-sheet rail:left-1/2">
        <div className="mx-auto max-w-160 px-3.5 pt-3">
          {problem === 'full' && (
            <p role="alert" className="type-hint pb-2 text-danger-text">
              {t('dish.full')}
            </p>
          )}
          <div className="flex flex-wrap gap-2.5">
            <Stepper
              value={quantity}
              max={maxLineQuantity}
              onValueChange={setQuantity}
              label={t('dish.quantity', { dish: dish.name })}
              lessLabel={t('dish.less')}
              moreLabel={t('dish.more')}
              className="min-w-28"
            />
            <Button
              size={52}
              onClick={add}
              className="min-w-0 flex-[1_1_11rem] justify-between!"
              {...(dish.soldOut && { reason: t('soldOut') })}
            >
              <span>{name ? t('dish.addFor', { name }) : t('dish.add')}</span>
              <Price amountMinor={priceLine(line).lineMinor} currency={currency} />
            </Button>
          </div>
        </div>
      </div>
    </>
  )
}
