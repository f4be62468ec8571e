/** One line of the table. `met` compares the unrounded figure with the goal. */
export type Row = { what: string; goal: string; measured: string; met: boolean }

export const atLeast = (what: string, goal: number, measured: number, detail: string): Row => ({
  what,
  goal: `≥ ${goal}`,
  measured: `${measured.toFixed(2)} (${detail})`,
  met: measured >= goal,
})

export const atMost = (what: string, goal: number, measured: number, unit = '', detail = ''): Row => ({
  what,
  goal: `≤ ${goal}${unit}`,
  measured: `${Number(measured.toPrecision(3))}${unit}${detail && ` (${detail})`}`,
  met: measured <= goal,
})
