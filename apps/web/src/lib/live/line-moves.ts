import type { MoveLinesInput } from '@repo/schemas/contract'

export type LineMove = MoveLinesInput['moves'][number]

export const undoMoves = (moves: readonly LineMove[]): LineMove[] =>
  moves.map(({ lineId, from, to }) => ({ lineId, from: to, to: from }))
