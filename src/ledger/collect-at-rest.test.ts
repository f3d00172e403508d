import { expect, test, vi } from 'vitest'
import { collectingAtRest } from './collect-at-rest.ts'

/** An unreferenced object. */
const forgotten = () => new WeakRef({ words: 'Drain it first.' })

test('What nothing holds is collected once nothing is done for a while, each time', async () => {
  const done = collectingAtRest(20)
  for (let time = 0; time < 2; time++) {
    const left = forgotten()
    done()
    await vi.waitFor(() => expect(left.deref() === undefined).toBe(true), { timeout: 10_000, interval: 50 })
  }
})
