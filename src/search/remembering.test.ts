import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { remembering } from './remembering.ts'

test('What is kept is what would be read, whatever came before and in which order', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 6 })), fc.nat(20), (texts, most) => {
      const length = remembering((text) => ({ length: text.length }), most)
      for (const text of texts) expect(length(text)).toEqual({ length: text.length })
    }),
  )
})

test('A text that was read a moment ago is not read again, and the one not used for longest goes first', () => {
  const read: string[] = []
  const shout = remembering((text) => {
    read.push(text)
    return text.toUpperCase()
  }, 6)
  for (const text of ['one', 'two', 'one', 'six', 'one', 'two']) shout(text)
  expect(read).toEqual(['one', 'two', 'six', 'two'])
})

test('A text longer than all that is kept is read and not kept', () => {
  let reads = 0
  const count = remembering(() => reads++, 3)
  count('long text')
  count('long text')
  expect(reads).toBe(2)
})

test('What was not used for a while is let go, and use keeps it', () => {
  vi.useFakeTimers()
  try {
    let reads = 0
    const count = remembering(() => reads++, 10, 1000)
    for (const pause of [0, 600, 600]) {
      vi.advanceTimersByTime(pause)
      count('text')
    }
    expect(reads).toBe(1)
    vi.advanceTimersByTime(1001)
    count('text')
    expect(reads).toBe(2)
  } finally {
    vi.useRealTimers()
  }
})
