/** Workers that people share: in turn, and each with one request at a time. */
import { expect, test } from 'vitest'
import { openWorkers } from '../src/ledger/index.ts'
import { afterwards } from './afterwards.ts'

/** Answers with the number of its thread after so many milliseconds; ends itself when told to break. */
const says = `import { parentPort, threadId } from 'node:worker_threads'
  parentPort.on('message', (ms) => {
    if (ms < 0) throw new Error('broken')
    setTimeout(() => parentPort.postMessage({ done: threadId }), ms)
  })`
const entry = new URL(`data:text/javascript,${encodeURIComponent(says)}`)

/** Workers, and in which order their requests were answered. */
function opened(most: number, mostWaiting = { each: 10, all: 20 }) {
  const workers = openWorkers<number, number>({ entry, most, mostMs: 5000, mostWaiting, idleMs: 1000 })
  afterwards(() => workers.stop())
  const answered: string[] = []
  const ask = async (person: string, ms: number) => {
    const thread = await workers.ask(ms, person)
    answered.push(person)
    return thread
  }
  return { ask, answered }
}

test('People take turns, however much one of them asks for', async () => {
  const { ask, answered } = opened(1)
  const asked = [1, 2, 3, 4].map(() => ask('Mara', 20))
  asked.push(ask('Ben', 1), ask('Ana', 1), ask('Ben', 1))
  await Promise.all(asked)
  expect(answered).toEqual(['Mara', 'Ben', 'Ana', 'Mara', 'Ben', 'Mara', 'Mara'])
})

test('A further worker starts for somebody else who waits, and never for one person alone', async () => {
  const { ask } = opened(2)
  const alone = await Promise.all([ask('Mara', 200), ask('Mara', 200), ask('Mara', 1)])
  expect(new Set(alone).size).toBe(1)
  const both = await Promise.all([ask('Mara', 2000), ask('Ben', 1)])
  expect(new Set(both).size).toBe(2)
})

test('Whoever waits for too much is refused and keeps what waits; the others are not refused', async () => {
  const { ask } = opened(1, { each: 2, all: 3 })
  const asked = [ask('Mara', 50), ask('Mara', 1), ask('Mara', 1)]
  await expect(ask('Mara', 1)).rejects.toMatchObject({ kind: 'too-many', problem: /You wait/ })
  asked.push(ask('Ben', 1))
  await expect(ask('Ana', 1)).rejects.toMatchObject({ kind: 'too-many', problem: /Much/ })
  await expect(Promise.all(asked)).resolves.toHaveLength(4)
})

test('A worker that breaks takes only its own request with it', async () => {
  const { ask } = opened(1)
  const [broken, next] = await Promise.allSettled([ask('Mara', -1), ask('Mara', 1)])
  expect([broken.status, next.status]).toEqual(['rejected', 'fulfilled'])
})
