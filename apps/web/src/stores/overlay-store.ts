import { createStore } from 'zustand/vanilla'
import { tableStore } from './table-store.ts'

export type Overlay = 'join' | 'cart' | 'call' | 'people'

type OverlayState = {
  open: Overlay | null
  /** What was asked for before a seat was needed; it opens once there is one. */
  next: Overlay | null
}

/** The one sheet that lies over the page. */
export const overlayStore = createStore<OverlayState>(() => ({ open: null, next: null }))

export function showOverlay(overlay: Overlay): void {
  overlayStore.setState({ open: overlay, next: null })
}

/** Shows what needs a seat, and asks for a name first where there is none. */
export function showSeated(overlay: Overlay): void {
  const { seat } = tableStore.getState()
  overlayStore.setState(seat === 'none' ? { open: 'join', next: overlay } : { open: overlay, next: null })
}

/** Closes this one. A dialog reports its closing late, when another may be open already. */
export function closeOverlay(overlay: Overlay): void {
  if (overlayStore.getState().open === overlay) overlayStore.setState({ open: null, next: null })
}

/** Goes on to what was asked for before the seat. */
export function showNext(): void {
  overlayStore.setState(({ next }) => ({ open: next, next: null }))
}

let wasAsked = false

/** The first dish that somebody adds is the moment to learn their name; it is not asked again at every dish. */
export function askForNameOnce(): void {
  if (wasAsked || tableStore.getState().seat !== 'none') return
  wasAsked = true
  showOverlay('join')
}
