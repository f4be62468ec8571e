import { connect } from 'node:net'
import { type Check, judge } from '../check.ts'
import { isLoopback } from '../options.ts'
import { Skipped } from '../skipped.ts'

/** Where such a stack and its neighbours usually listen. */
const usualPorts = [
  21, 22, 23, 25, 2375, 2376, 3000, 3001, 3002, 3306, 4000, 4318, 5000, 5432, 5433, 5672, 6379, 6380, 6432,
  8000, 8080, 8081, 8443, 8888, 9000, 9090, 9091, 9100, 9187, 9200, 9229, 11211, 15672, 27017,
]
const connectMs = 2_500

export const openPorts: Check = {
  id: 'open-ports',
  rows: ['S1-144', 'S2-05', 'S2-27'],
  title: 'Only the ports of http and https answer',
  severity: 'critical',
  remedy: 'Publish 80 and 443 alone; bind everything else to the internal network, and use a firewall.',
  async run(target) {
    const { site, ports: given, httpPort = 80 } = target.options
    if (given === undefined && isLoopback(site.hostname))
      throw new Skipped('this machine has open ports of its own: name some with --ports')
    const own = [httpPort, 443, Number(site.port)]
    const ports = (given ?? usualPorts).filter((port) => !own.includes(port))
    const host = site.hostname.replace(/^\[|\]$/g, '')
    const open = await Promise.all(ports.map(async (port) => ((await answers(host, port)) ? [port] : [])))
    return judge(
      open.flat().map((port) => `port ${port} is open`),
      `${ports.length} ports are closed`,
    )
  },
}

const answers = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, timeout: connectMs })
    const finish = (isOpen: boolean) => {
      resolve(isOpen)
      socket.destroy()
    }
    socket
      .on('connect', () => finish(true))
      .on('error', () => finish(false))
      .on('timeout', () => finish(false))
  })
