'use client'

import type { MenuModifierGroup, MenuOption } from '@repo/schemas/contract'
import { type Allergen, allergens, isSafeFor } from '@repo/schemas/rules'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { CheckboxRow } from '@/components/ui/checkbox-row.tsx'
import { Chip } from '@/components/ui/chip.tsx'
import { Price } from '@/components/ui/price.tsx'
import { SegmentedChoice } from '@/components/ui/segmented-choice.tsx'
import { countPicks, type Picks, pick } from './choose-options.ts'
import { finderStore } from './finder-store.ts'
import { OptionStepper } from './option-stepper.tsx'
import { RadioRow } from './radio-row.tsx'

type ModifierGroupProps = {
  group: MenuModifierGroup
  picks: Picks
  currency: string
  /** The guest tried to go on without this choice. */
  isMissing: boolean
  onPick: (picks: Picks) => void
}

/** One question about the dish, in the control that fits it: a track, radios, checks, or counts. */
export function ModifierGroup({ group, picks, currency, isMissing, onPick }: ModifierGroupProps) {
  const t = useTranslations('menu.group')
  const titleId = `group-${group.id}-title`
  const count = countPicks(group, picks)
  const avoid = useStore(finderStore, (finder) => finder.avoid)
  const set = (optionId: string, quantity: number) => onPick(pick(group, picks, optionId, quantity))
  return (
    <section
      id={`group-${group.id}`}
      tabIndex={-1}
      aria-labelledby={titleId}
      className={`scroll-mt-6 rounded-md outline-none ${isMissing ? '-mx-3 bg-danger-soft px-3 py-3' : ''}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-2 pb-2.5">
        <h2 id={titleId} className="type-section text-[1.1875rem]">
          {group.name}
        </h2>
        {group.min > 0 ? (
          <Chip tone={isMissing ? 'dangerSolid' : 'neutral'}>
            {t('required', { min: group.min, max: group.max })}
          </Chip>
        ) : (
          <span className="type-hint text-muted-foreground">{t('optional', { max: group.max })}</span>
        )}
      </div>
      {isMissing && (
        <p role="alert" className="type-hint pb-2 text-danger-text">
          {t('missing', { min: group.min })}
        </p>
      )}
      {isTrack(group, avoid) ? (
        <SegmentedChoice
          legend={group.name}
          options={group.options.map(({ id, name }) => ({ value: id, label: name }))}
          value={group.options.find(({ id }) => (picks[id] ?? 0) > 0)?.id ?? ''}
          onValueChange={(id) => set(id, 1)}
        />
      ) : (
        <ul className="divide-y" aria-labelledby={titleId}>
          {group.options.map((option) => (
            <li key={option.id}>
              <Option
                group={group}
                option={option}
                quantity={picks[option.id] ?? 0}
                isFull={count >= group.max}
                currency={currency}
                onSet={set}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type OptionProps = {
  group: MenuModifierGroup
  option: MenuOption
  quantity: number
  isFull: boolean
  currency: string
  onSet: (optionId: string, quantity: number) => void
}

function Option({ group, option, quantity, isFull, currency, onSet }: OptionProps) {
  const detail = useOptionDetail(option)
  const row = {
    label: option.name,
    ...(detail && { detail }),
    end: option.priceMinor !== 0 && <Price bare amountMinor={option.priceMinor} currency={currency} added />,
    disabled: option.soldOut,
  }
  if (group.min > 0 && group.max === 1) {
    return <RadioRow {...row} name={group.id} checked={quantity > 0} onChange={() => onSet(option.id, 1)} />
  }
  if (option.maxQuantity > 1 && group.max > 1) {
    const max = isFull ? quantity : option.maxQuantity
    return <OptionStepper {...row} quantity={quantity} max={max} onSet={(next) => onSet(option.id, next)} />
  }
  const isShut = isFull && quantity === 0 && group.max > 1
  return (
    <CheckboxRow
      {...row}
      disabled={option.soldOut || isShut}
      checked={quantity > 0}
      onChange={() => onSet(option.id, quantity > 0 ? 0 : 1)}
    />
  )
}

/** What the option brings with it that the guest should know before choosing. */
function useOptionDetail({ allergens: declared, soldOut }: MenuOption): ReactNode {
  const t = useTranslations('menu')
  const format = useFormatter()
  const avoid = useStore(finderStore, (finder) => finder.avoid)
  const list = (names: readonly Allergen[]) =>
    format.list(names.map((name) => t(`allergens.${name}`).toLocaleLowerCase()))
  const unsafe = avoid.filter((name) => declared[name] !== 'free')
  const contained = allergens.filter((name) => declared[name] === 'contains')
  if (soldOut) return t('soldOut')
  if (unsafe.length > 0) {
    return (
      <span className="font-bold text-danger-text">{t('allergy.notForYou', { names: list(unsafe) })}</span>
    )
  }
  return contained.length > 0 && t('allergy.contains', { names: list(contained) })
}

const longestOnTrack = 14

/** Few short answers that need no price and no warning fit side by side. */
function isTrack({ min, max, options }: MenuModifierGroup, avoid: readonly Allergen[]): boolean {
  const isPlain = ({ name, priceMinor, soldOut, allergens: declared }: MenuOption) =>
    name.length <= longestOnTrack &&
    priceMinor === 0 &&
    !soldOut &&
    !Object.values(declared).includes('contains') &&
    isSafeFor(avoid, declared)
  return min === 1 && max === 1 && options.length <= 3 && options.every(isPlain)
}
