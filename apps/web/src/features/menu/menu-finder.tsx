'use client'

import { Search, ShieldCheck, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { useFetched } from '@/lib/use-fetched.ts'
import type { DishFacts } from './dish-facts.ts'
import { findDishes, isFinding } from './find-dishes.ts'
import { finderStore } from './finder-store.ts'
import { searchFieldId } from './search-field-id.ts'

const loadFilterSheet = () => import('./filter-sheet.tsx').then((module) => module.FilterSheet)
const loadSummary = () => import('./finder-summary.tsx').then((module) => module.FinderSummary)

/** Search by words, and the way to the filter. What is found is worked out here and shown by the list itself. */
export function MenuFinder({ facts }: { facts: DishFacts[] }) {
  const t = useTranslations('menu')
  const { query, diets, avoid } = useStore(finderStore)
  const [filter, setFilter] = useState<'unused' | 'open' | 'closed'>('unused')
  const isActive = isFinding({ query, diets, avoid })
  const FilterSheet = useFetched(loadFilterSheet, filter !== 'unused')
  const FinderSummary = useFetched(loadSummary, isActive)

  useEffect(() => {
    const criteria = { query, diets, avoid }
    finderStore.setState(isFinding(criteria) ? findDishes(facts, criteria) : { shown: null, unknownCount: 0 })
  }, [facts, query, diets, avoid])

  return (
    <div className="needs-script">
      <search className="flex flex-wrap gap-2 pt-2.5">
        <label className="flex min-h-11 min-w-0 flex-[1_1_7rem] items-center gap-2.5 rounded-full bg-sunken px-4 focus-within:outline-3 focus-within:outline-ring">
          <Search size={19} className="shrink-0 text-muted-foreground" aria-hidden />
          <span className="sr-only">{t('search.label')}</span>
          <input
            id={searchFieldId}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            placeholder={t('search.placeholder')}
            value={query}
            onChange={(event) => finderStore.setState({ query: event.target.value })}
            className="min-h-11 w-full min-w-0 bg-transparent outline-none placeholder:text-muted-foreground [&::-webkit-search-cancel-button]:hidden"
          />
          {query && (
            <button
              type="button"
              aria-label={t('search.clear')}
              onClick={() => finderStore.setState({ query: '' })}
              className="-mr-3 flex size-11 shrink-0 items-center justify-center rounded-full"
            >
              <X size={18} strokeWidth={2.4} />
            </button>
          )}
        </label>
        <button
          type="button"
          onClick={() => setFilter('open')}
          className="type-label flex min-h-11 shrink-0 items-center gap-2 rounded-full bg-sunken px-4 hover:bg-line"
        >
          <ShieldCheck size={19} aria-hidden />
          {t('filter.open', { count: diets.length + avoid.length })}
        </button>
      </search>
      {isActive && FinderSummary && <FinderSummary facts={facts} onChange={() => setFilter('open')} />}
      {FilterSheet && (
        <FilterSheet open={filter === 'open'} facts={facts} onClose={() => setFilter('closed')} />
      )}
    </div>
  )
}
