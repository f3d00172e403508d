/** Runs in a thread: tries one mutated input after the other, and says what became of them. */
import { parentPort, workerData } from 'node:worker_threads'
import { INPUTS, inputAt } from '../test/fuzz/inputs.ts'
import { tried } from '../test/fuzz/readers.ts'

/** From which input on, and where it is written which input is tried now. */
export interface ToFuzz {
  seed: string
  from: number
  now: Int32Array
  /** One reader and number only, to try a finding again. */
  only: { reader: string; n: number } | null
}

/** What a thread says of one reader since it last said so. */
export interface FromFuzz {
  reader: string
  inputs: number
  refused: number
  slowest: { ms: number; n: number }
  ms: number
  findings: { what: string; n: number; fault: string; input: string }[]
}

/** More than this on one input is a hang. */
const HANG_MS = 1000
const [EVERY, MOST_SHOWN] = [500, 400]
const { seed, from, now, only } = workerData as ToFuzz

// As where a document is read: the PDF library leaves some rejections unhandled, and nobody else may.
process.on('unhandledRejection', (reason) => {
  if (!(reason instanceof Error && reason.stack?.includes('unpdf'))) throw reason
})

let heard = new Map<string, FromFuzz>()
for (let at = from; at < INPUTS; at++) {
  const { reader, n } = inputAt(at)
  if (only && (only.reader !== reader.name || only.n !== n)) continue
  Atomics.store(now, 0, at)
  const { outcome, ms, fault, input } = await tried(reader, seed, n)
  const one = heardOf(reader.name)
  one.inputs++
  one.ms += ms
  if (outcome === 'refused') one.refused++
  if (ms > one.slowest.ms) one.slowest = { ms, n }
  const shown = () => JSON.stringify(input instanceof Uint8Array ? Buffer.from(input).toString('latin1') : input)
  if (fault !== undefined) one.findings.push({ what: outcome, n, fault, input: shown().slice(0, MOST_SHOWN) })
  if (ms > HANG_MS) one.findings.push({ what: 'hang', n, fault: `${Math.round(ms)} ms`, input: '' })
  if (at % EVERY === 0) say()
}
say()

function heardOf(reader: string): FromFuzz {
  const one = heard.get(reader) ?? { reader, inputs: 0, refused: 0, slowest: { ms: 0, n: 0 }, ms: 0, findings: [] }
  heard.set(reader, one)
  return one
}

function say(): void {
  parentPort?.postMessage([...heard.values()])
  heard = new Map()
}
