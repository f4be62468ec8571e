export type EdgeRequest = { method: string; path: string; headers: Record<string, string>; body: Buffer }
export type EdgeReply = { status: number; headers: Record<string, string | string[]>; body: string }
