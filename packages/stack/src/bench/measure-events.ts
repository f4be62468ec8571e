import { setTimeout } from 'node:timers/promises'
import { poll } from '../processes/poll.ts'
import type { BenchServer } from './bench-server.ts'
import { composeOrder, placeOrder } from './compose-order.ts'
import { type BenchBranch, insertBenchBranch } from './insert-bench-branch.ts'
import { issueTokens } from './issue-tokens.ts'
import { type Listener, listenToBranch } from './listen-to-branch.ts'
import { atMost, type Row } from './row.ts'
import { quantile } from './statistics.ts'

const branchCount = 20
const listenersPerBranch = 25
const ordersPerBranch = 20
const ordersPerSecond = 20
/** A guest may place ten a minute, and one is spent on the price. */
const ordersPerGuest = 8
const sizes = {
  tables: 1,
  guestsPerTable: Math.ceil(ordersPerBranch / ordersPerGuest),
  staff: listenersPerBranch,
}
const patienceMs = 10_000

/** From an order's entry in the journal, which is written just before the commit, to every screen of its branch. */
export async function measureEvents(server: BenchServer): Promise<Row> {
  const branches: BenchBranch[] = []
  for (let index = 0; index < branchCount; index += 1) {
    branches.push(await insertBenchBranch(server.adminUrl, sizes))
  }
  const api = await server.startApi()
  const secret = server.jwtSecret
  try {
    const senders = await Promise.all(branches.map((branch) => prepareSender(api.port, secret, branch)))
    const listeners = (
      await Promise.all(branches.map((branch) => openListeners(api.port, secret, branch)))
    ).flat()
    await sendOrders(senders)
    const isComplete = async () => listeners.every(({ arrivals }) => arrivals.length >= ordersPerBranch)
    await poll(isComplete, patienceMs)
    for (const listener of listeners) listener.close()
    const delays = listeners.flatMap(checkedDelays)
    return atMost(
      `order committed → event, ${listeners.length} listeners, ${ordersPerSecond} orders/s, p99`,
      100,
      quantile(delays, 0.99),
      ' ms',
      `p50 ${quantile(delays, 0.5)} ms, ${delays.length} events, none lost or doubled`,
    )
  } finally {
    await api.stop()
  }
}

/** Places the order with that number of a branch. */
type Sender = (order: number) => Promise<void>

async function prepareSender(port: number, secret: string, { slug, tables }: BenchBranch): Promise<Sender> {
  const tokens = await issueTokens(secret, 'customer', tables[0]?.guests ?? [])
  const body = await composeOrder(port, slug, tokens[0] ?? '')
  return (order) => placeOrder(port, tokens[Math.floor(order / ordersPerGuest)] ?? '', body)
}

async function openListeners(port: number, secret: string, { branchId, staff }: BenchBranch) {
  const tokens = await issueTokens(secret, 'staff', staff)
  return Promise.all(tokens.map((token) => listenToBranch(port, branchId, token)))
}

/** One order at each branch in turn, at an even pace that does not wait for answers. */
async function sendOrders(senders: readonly Sender[]): Promise<void> {
  const startMs = performance.now()
  const sent: Promise<void>[] = []
  for (let order = 0; order < ordersPerBranch; order += 1) {
    for (const send of senders) {
      const dueMs = startMs + (sent.length / ordersPerSecond) * 1_000
      await setTimeout(Math.max(0, dueMs - performance.now()))
      sent.push(send(order))
    }
  }
  await Promise.all(sent)
}

/** A listener's delays in ms; throws unless it got every order of its branch once and in order. */
function checkedDelays({ arrivals }: Listener): number[] {
  const first = arrivals[0]?.seq ?? 0
  const isWhole =
    arrivals.length === ordersPerBranch && arrivals.every(({ seq }, index) => seq === first + index)
  if (!isWhole)
    throw new Error(`a listener got ${arrivals.map(({ seq }) => seq)} instead of ${ordersPerBranch} events`)
  return arrivals.map(({ delayMs }) => delayMs)
}
