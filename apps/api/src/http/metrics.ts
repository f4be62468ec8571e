import type { ApiEnv } from '@repo/config'
import type { Gateway } from '@repo/db'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { OpenStreams } from '../live/open-streams.ts'
import type { InFlight } from './in-flight.ts'

type Measured = { inFlight: InFlight; openStreams: OpenStreams; gateway: Gateway; env: ApiEnv }

/** What this process counts for Prometheus. Labels are route templates, statuses and limit names: a bounded set. */
export type Metrics = {
  observeRequest(method: string, route: string, status: number, seconds: number): void
  countRefusal(limit: string): void
  /** The text that Prometheus reads, as of now. */
  render(measured: Measured): Promise<string>
  readonly contentType: string
}

/** Standard process metrics, the delay of the event loop among them, and those of the API under `restai_`. */
export function createMetrics(): Metrics {
  const registers = [new Registry()]
  const [register] = registers as [Registry]
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    ...{ registers, name: 'restai_http_request_duration_seconds', help: 'Time to answer' },
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 30],
  })
  const refusals = new Counter({
    ...{ registers, name: 'restai_rate_limit_refusals_total', help: 'Requests refused by a limit' },
    labelNames: ['limit'],
  })
  const gauge = (name: string, help: string) => new Gauge({ registers, name: `restai_${name}`, help })
  const underWay = gauge('http_requests_in_flight', 'Requests in flight')
  const streams = gauge('event_streams', 'Open event streams')
  const transactions = gauge('database_transactions', 'Transactions running or waiting for a connection')
  const poolSize = gauge('database_pool_size', 'Largest number of open connections')
  return {
    contentType: register.contentType,
    observeRequest: (method, route, status, seconds) => requests.observe({ method, route, status }, seconds),
    countRefusal: (limit) => refusals.inc({ limit }),
    render({ inFlight, openStreams, gateway, env }) {
      underWay.set(inFlight.count)
      streams.set([...openStreams].length)
      transactions.set(gateway.transactions)
      poolSize.set(env.DATABASE_POOL_MAX)
      return register.metrics()
    },
  }
}
