/** Loaded into a server before it starts: measures how late its event loop is, and tells whoever started it. */
import { createHistogram, performance } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/** What the probe measured since it was asked before. */
export interface Late {
  worstMs: number
  /** How much of the worst delay this thread computed: the rest it waited for the machine. */
  worstCpuMs: number
  /** Processor time of the whole process. */
  cpuMs: number
  /** Of all delays since the last reset. */
  p99Ms: number
}

const EVERY_MS = 5
const all = createHistogram()

if (isMainThread && process.send) watch()

function watch(): void {
  let worst = { ms: 0, cpu: 0 }
  let before = { at: performance.now(), cpu: busyMs(process.threadCpuUsage()), all: busyMs(process.cpuUsage()) }
  const look = () => {
    const [at, cpu] = [performance.now(), busyMs(process.threadCpuUsage())]
    const late = Math.max(0, at - before.at - EVERY_MS)
    all.record(Math.max(1, Math.round(late * 1000)))
    if (late > worst.ms) worst = { ms: late, cpu: cpu - before.cpu }
    before = { ...before, at, cpu }
  }
  setInterval(look, EVERY_MS)
  process.on('message', (asked) => {
    look()
    const used = busyMs(process.cpuUsage())
    process.send?.({
      worstMs: worst.ms,
      worstCpuMs: worst.cpu,
      cpuMs: used - before.all,
      p99Ms: all.percentile(99) / 1000,
    } satisfies Late)
    worst = { ms: 0, cpu: 0 }
    before = { ...before, all: used }
    if (asked === 'reset') all.reset()
  })
  // The channel to whoever started it must not keep a server that is told to stop.
  process.channel?.unref()
}

function busyMs({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000
}
