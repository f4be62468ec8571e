import { useEffect } from 'react'

/** Without a network a link would leave the page for the browser's error page; so it stays, and the strip says why. */
export function useNoDeadLinks(): void {
  useEffect(() => {
    const hold = (event: MouseEvent) => {
      const isLink = event.target instanceof Element && event.target.closest('a[href^="/"]') !== null
      if (isLink && !navigator.onLine) event.preventDefault()
    }
    document.addEventListener('click', hold, { capture: true })
    return () => document.removeEventListener('click', hold, { capture: true })
  }, [])
}
