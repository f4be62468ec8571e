import type { StateStorage } from 'zustand/middleware'

/** sessionStorage for tests: a reload is a new store on the same storage. */
export function memoryStorage(
  entries = new Map<string, string>(),
): StateStorage & { entries: Map<string, string> } {
  return {
    entries,
    getItem: (name) => entries.get(name) ?? null,
    setItem: (name, value) => void entries.set(name, value),
    removeItem: (name) => void entries.delete(name),
  }
}
