'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { finderStore } from './finder-store.ts'
import { searchFieldId } from './search-field-id.ts'
import { useCurrentSection } from './use-current-section.ts'

type MenuRailProps = {
  sections: { id: string; name: string }[]
  /** What the bar shows once the restaurant's field has scrolled away: sign, name, table. */
  bar: ReactNode
  barActions: ReactNode
}

/** The categories. They follow the scroll with the active one in the middle, under a bar that keeps the place's name. */
export function MenuRail({ sections, bar, barActions }: MenuRailProps) {
  const t = useTranslations('menu')
  const current = useCurrentSection(
    sections,
    useStore(finderStore, ({ shown }) => shown),
  )
  const [isScrolled, setScrolled] = useState(false)
  const edge = useRef<HTMLDivElement>(null)
  const rail = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => setScrolled(entry?.isIntersecting === false), {
      rootMargin: '-57px 0px 0px',
    })
    if (edge.current) observer.observe(edge.current)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    const tab = rail.current?.querySelector<HTMLElement>(`[href="#${current}"]`)
    if (!tab || !rail.current) return
    const left = tab.offsetLeft - (rail.current.clientWidth - tab.offsetWidth) / 2
    rail.current.scrollTo({ left, behavior: 'smooth' })
  }, [current])

  const focusSearch = () => {
    const field = document.getElementById(searchFieldId)
    field?.scrollIntoView({ block: 'center' })
    field?.focus({ preventScroll: true })
  }

  return (
    <>
      <div ref={edge} aria-hidden className="absolute top-0 h-px w-px" />
      <div inert={!isScrolled} className="compact-bar fixed inset-x-0 top-0 z-30 bg-background">
        <div className="mx-auto flex h-14 max-w-280 items-center gap-3 px-4.5 rail:px-8">
          {bar}
          <div className="ml-auto flex gap-2">
            <IconButton label={t('search.label')} onClick={focusSearch}>
              <Search size={21} />
            </IconButton>
            {barActions}
          </div>
        </div>
      </div>
      <nav
        aria-label={t('sections')}
        className={`menu-rail sticky z-20 rounded-t-[26px] bg-background ${isScrolled ? 'rounded-none border-b' : ''}`}
      >
        <div
          ref={rail}
          className="rail-tabs relative mx-auto flex max-w-280 gap-1 px-3 py-2.25 pr-10 rail:px-6"
        >
          {sections.map(({ id, name }) => (
            <a
              key={id}
              href={`#${id}`}
              aria-current={id === current ? 'location' : undefined}
              className="rail-tab"
            >
              {name}
            </a>
          ))}
        </div>
      </nav>
    </>
  )
}
