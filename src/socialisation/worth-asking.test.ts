import fc from 'fast-check'
import { expect, test } from 'vitest'
import { worthAsking } from './worth-asking.ts'

const NOW = '2026-05-04T09:00:00.000Z'
const ago = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString()

type Row = Parameters<typeof worthAsking>[0][number]
const row = (person: string, kind: string, days: number) =>
  ({ id: `${person}-${kind}-${days}`, person_id: person, name: person, kind, at: ago(days) }) as Row

const order = (rows: Row[]) => worthAsking(rows, NOW).map(({ person }) => person)

test('Who did it comes before who explained it, chose as holders did, or remembers it', () => {
  const rows = ['remembers', 'chose', 'explained', 'did'].map((kind) => row(kind, kind, 1))
  expect(order(rows)).toEqual(['did', 'explained', 'chose', 'remembers'])
})

test('Whoever only watched comes after whoever did it or explained it', () => {
  const watched = { ...row('watched', 'did', 1), help: 'watched' } as Row
  expect(order([watched, row('explained', 'explained', 1)])).toEqual(['explained', 'watched'])
  expect(order([row('explained', 'explained', 1), watched])).toEqual(['explained', 'watched'])
})

test('Many lines remembered say no more for asking somebody than the one recalled last', () => {
  const many = Array.from({ length: 30 }, (_, n) => row('remembers', 'remembers', n))
  expect(order([...many, row('explained', 'explained', 5)])).toEqual(['explained', 'remembers'])
  expect(worthAsking(many, NOW)[0]?.reasons.map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, n) => ago(n)))
})

test('What was shown lately comes before what was shown long ago', () => {
  expect(order([row('long ago', 'did', 900), row('lately', 'did', 5)])).toEqual(['lately', 'long ago'])
  expect(order([row('remembered', 'remembers', 1), row('did', 'did', 2000)])).toEqual(['remembered', 'did'])
})

test('The order does not hang on the order in which evidence is given', () => {
  const rows = fc.array(
    fc.tuple(fc.constantFrom('Ana', 'Ben', 'Mara'), fc.constantFrom('did', 'explained', 'remembers'), fc.nat(900)),
    { maxLength: 9 },
  )
  fc.assert(
    fc.property(rows, (given) => {
      const evidence = given.map(([person, kind, days]) => row(person, kind, days))
      expect(order([...evidence].reverse()).sort()).toEqual([...new Set(given.map(([person]) => person))].sort())
      const votes = (list: Row[]) => order(list).join()
      expect(votes([...evidence].reverse())).toBe(votes(evidence))
    }),
  )
})

test('No figure leaves it', () => {
  const [one] = worthAsking([row('Ana', 'did', 3)], NOW)
  expect(Object.values(one ?? {}).some((value) => typeof value === 'number')).toBe(false)
})
