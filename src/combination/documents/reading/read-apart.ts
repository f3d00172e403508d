/**
 * Runs in a process of its own: reads one document after another in a thread, and watches its
 * memory.
 */
import { Worker } from 'node:worker_threads'
import { type FromReading, LARGE, type ToRead } from './read-given.ts'

const LOOK_MS = 100

process.on('message', (asked) => {
  const { given, mb } = asked as { given: ToRead; mb: number }
  readInThread(given, mb, (said) => process.send?.(said))
})
process.once('disconnect', () => process.exit())
// The server receives the same signal, and ends this process itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})

function readInThread(given: ToRead, mb: number, say: (said: FromReading) => void): void {
  const before = process.memoryUsage.rss()
  const worker = new Worker(new URL('./reading.ts', import.meta.url), {
    workerData: given,
    resourceLimits: { maxOldGenerationSizeMb: mb },
    stdout: true,
    stderr: true,
  })
  let said = false
  const end = (outcome: FromReading) => {
    clearInterval(looking)
    if (said) return
    said = true
    say(outcome)
  }
  // A thread's memory limit does not count buffers.
  const looking = setInterval(() => {
    if (process.memoryUsage.rss() - before > (mb + 512) * 1024 * 1024) end({ fault: LARGE })
  }, LOOK_MS)
  worker.on('message', end)
  worker.on('error', () => end({ fault: LARGE }))
  worker.on('exit', () => end({ fault: LARGE }))
}
