import { useEffect, useState } from 'react'

/** The reading line: a little below the place at which a chosen section comes to rest (scroll padding and margin). */
const readingLinePx = 208

/**
 * The section at the reading line; the first one above all of them, the last one at the end of the page. It is looked
 * for anew when `shown` changes.
 */
export function useCurrentSection(sections: readonly { id: string }[], shown: unknown): string | undefined {
  const [current, setCurrent] = useState(sections[0]?.id)
  const ids = sections.map(({ id }) => id).join(' ')
  useEffect(() => {
    let frame = 0
    const look = () => {
      frame = 0
      const all = ids.split(' ').flatMap((id) => document.getElementById(id) ?? [])
      const visible = all.filter((section) => section.offsetParent !== null)
      const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2
      const passed = visible.filter((section) => section.getBoundingClientRect().top <= readingLinePx)
      setCurrent((isAtEnd && scrollY > 0 ? visible.at(-1) : (passed.at(-1) ?? visible[0]))?.id)
    }
    const schedule = () => {
      frame ||= requestAnimationFrame(look)
    }
    addEventListener('scroll', schedule, { passive: true })
    schedule()
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('scroll', schedule)
    }
  }, [ids, shown])
  return current
}
