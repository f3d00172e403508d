import { expect, test } from 'vitest'
import { BOUNDS } from './bounds.ts'
import { openRequests } from './requests.ts'

const bounds = { ...BOUNDS, person: { ...BOUNDS.person, requests: 60 }, address: { requests: 2 } }

test('A minute’s requests may come at once, then one for each that the time gives back', () => {
  let now = 1_000_000
  const requests = openRequests(bounds, () => now)
  const times = (n: number) => {
    for (let i = 0; i < n; i++) requests.ofPerson('mara')
  }
  times(60)
  expect(() => times(1)).toThrow('These were more requests than the 60 that there may be in a minute.')
  expect(() => requests.ofPerson('mara')).toThrow(expect.objectContaining({ kind: 'too-many', retryAfter: 1 }))
  requests.ofPerson('ben')
  now += 3000
  times(3)
  expect(() => times(1)).toThrow(/Go on in a second/)
  now -= 60_000
  expect(() => times(1)).toThrow()
  now += 600_000
  times(60)
  expect(() => times(1)).toThrow()
})

test('Addresses have buckets of their own, and none are kept of those who come no more', () => {
  let now = 0
  const requests = openRequests(bounds, () => now)
  requests.ofAddress('192.0.2.1')
  requests.ofAddress('192.0.2.1')
  expect(() => requests.ofAddress('192.0.2.1')).toThrow(expect.objectContaining({ retryAfter: 30 }))
  // Ten thousand others at the same moment: the one that has been there longest makes room.
  for (let n = 0; n < 10_000; n++) requests.ofAddress(`2001:db8::${n}`)
  requests.ofAddress('192.0.2.1')
  now += 60_000
  requests.ofAddress('192.0.2.2')
  for (const address of ['192.0.2.1', '192.0.2.1']) requests.ofAddress(address)
})

test('Where there is no bound, nothing is counted', () => {
  const without = openRequests({ ...bounds, address: { requests: Number.POSITIVE_INFINITY } }, () => 0)
  for (let n = 0; n < 1000; n++) without.ofAddress('192.0.2.1')
})
