import type { TestContext } from 'vitest'

declare module 'vitest' {
  interface TaskMeta {
    /** What a proof measured, by name, for the table that `pnpm proof` ends with. */
    figures?: Record<string, number | string>
  }
}

/** Writes a figure down with the test that measured it: `reportFigure(task, 'requests', 10_432)`. */
export function reportFigure({ meta }: TestContext['task'], name: string, value: number | string): void {
  meta.figures = { ...meta.figures, [name]: value }
}
