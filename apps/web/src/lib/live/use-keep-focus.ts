'use client'

import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Takes the focus when the row that had it has been dealt with and is gone. The element needs `tabIndex={-1}`. */
export function useKeepFocus(list: RefObject<HTMLElement | null>): void {
  const hadFocus = useRef(false)
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) list.current?.focus()
    hadFocus.current = list.current?.contains(document.activeElement) ?? false
  })
}
