/** Whether any input crashes, hangs or swells a reader: a million mutated texts, and two thousand files of each kind. */
import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { INPUTS, inputAt } from '../test/fuzz/inputs.ts'
import { type Bench, rounded, say } from './figures.ts'
import type { FromFuzz, ToFuzz } from './fuzz-run.ts'

/** After so much processor time on one input its thread is ended; others on the machine may take more than half. */
const GONE_MS = 10_000
const LOOK_MS = 1000
/** What the thread may hold: a reader that needs more ends it, and counts as a crash. */
const HEAP = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 }

/** Tries all inputs, or those that PATH seconds are enough for. */
export const bench: Bench = async (path) => {
  const seconds = path === undefined ? Number.POSITIVE_INFINITY : Number(path.split(/[\\/]/).at(-1))
  if (!(seconds > 0)) throw new Error('Say for how many seconds at most: npm run bench -- fuzz 600')
  const seed = process.env.BENCH_SEED ?? String(Date.now())
  const [reader, n] = process.env.BENCH_INPUT?.split(/ (?=\d+$)/) ?? []
  const only = reader === undefined ? null : { reader, n: Number(n) }
  const heard = heardOf(seed)
  const [began, spent] = [performance.now(), spentMs()]
  const ends = began + seconds * 1000
  for (let from = 0; from < INPUTS && performance.now() < ends; )
    from = await fuzzed({ seed, from, only }, ends, heard.hear)
  return {
    seed,
    ...heard.figures(),
    peakMB: rounded(process.resourceUsage().maxRSS / 1024),
    seconds: rounded((performance.now() - began) / 1000),
    cpuSeconds: rounded((spentMs() - spent) / 1000),
    peers: {},
  }
}

/** Tries inputs in a thread until it is done, gone or out of time; gives where to go on. */
async function fuzzed(given: Omit<ToFuzz, 'now'>, ends: number, hear: (all: FromFuzz[]) => void): Promise<number> {
  const now = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(join(import.meta.dirname, 'fuzz-run.ts'), {
    workerData: { ...given, now },
    resourceLimits: HEAP,
  })
  let [last, since, why] = [-1, spentMs(), '']
  const looking = setInterval(() => {
    const at = Atomics.load(now, 0)
    if (at !== last) [last, since] = [at, spentMs()]
    if (spentMs() - since > GONE_MS) why = 'hang'
    if (why || performance.now() > ends) void worker.terminate()
  }, LOOK_MS)
  worker.on('message', hear)
  worker.on('error', (error) => {
    why ||= `crash: ${error.message}`
  })
  await once(worker, 'exit').catch(() => {})
  clearInterval(looking)
  if (!why) return INPUTS
  const at = Atomics.load(now, 0)
  const { reader, n } = inputAt(at)
  const [what = ''] = why.split(':')
  const ms = what === 'hang' ? GONE_MS : 0
  const finding = {
    what,
    n,
    fault: why === 'hang' ? `it had not ended after ${GONE_MS} ms of processor time` : why,
    input: '',
  }
  hear([{ reader: reader.name, inputs: 1, refused: 0, slowest: { ms, n }, ms, findings: [finding] }])
  return at + 1
}

/** The processor time of this process, of which nearly all is that of the thread. */
function spentMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const [SHOWN, PER_TIME] = [5, 100_000]

/** Sums up what the threads say, and shows the first findings of each reader. */
function heardOf(seed: string) {
  const readers: Record<string, { inputs: number; refused: number; slowestMs: number; input: number; meanMs: number }> =
    {}
  const counts = { inputs: 0, crashes: 0, brokenLaws: 0, hangs: 0 }
  const shown = new Map<string, number>()
  const count = { crash: 'crashes', 'broken law': 'brokenLaws', hang: 'hangs' } as const
  const hear = (all: FromFuzz[]) => {
    for (const { reader, inputs, refused, slowest, ms, findings } of all) {
      const one = readers[reader] ?? { inputs: 0, refused: 0, slowestMs: 0, input: 0, meanMs: 0 }
      readers[reader] = one
      one.meanMs = (one.meanMs * one.inputs + ms) / (one.inputs + inputs)
      one.inputs += inputs
      one.refused += refused
      if (slowest.ms > one.slowestMs) Object.assign(one, { slowestMs: rounded(slowest.ms), input: slowest.n })
      if (Math.floor(counts.inputs / PER_TIME) !== Math.floor((counts.inputs + inputs) / PER_TIME))
        say(`${counts.inputs + inputs} inputs…`)
      counts.inputs += inputs
      for (const { what, n, fault, input } of findings) {
        counts[count[what as keyof typeof count]]++
        const times = (shown.get(reader) ?? 0) + 1
        shown.set(reader, times)
        if (times <= SHOWN) say(`${what}: BENCH_SEED=${seed} BENCH_INPUT='${reader} ${n}'\n${fault}\n${input}\n`)
      }
    }
  }
  const figures = () => {
    const [worst, { slowestMs, input } = { slowestMs: 0, input: 0 }] =
      Object.entries(readers).sort(([, a], [, b]) => b.slowestMs - a.slowestMs)[0] ?? []
    for (const one of Object.values(readers)) one.meanMs = rounded(one.meanMs)
    return { ...counts, slowestMs, slowest: `${worst} ${input}`, readers }
  }
  return { hear, figures }
}
