import type { StateStorage } from 'zustand/middleware'

/** sessionStorage that never throws: where it is full or forbidden, things live as long as the page. */
export const tabStorage: StateStorage = {
  getItem(name) {
    try {
      return sessionStorage.getItem(name)
    } catch {
      return null
    }
  },
  setItem(name, value) {
    try {
      sessionStorage.setItem(name, value)
    } catch {
      // Full or forbidden: the state stays in memory.
    }
  },
  removeItem(name) {
    try {
      sessionStorage.removeItem(name)
    } catch {
      // As above.
    }
  },
}
