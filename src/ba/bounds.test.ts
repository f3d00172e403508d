import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { BOUNDS, boundsSaid, everyBound } from './bounds.ts'
import { sizeSaid } from './out-of-bounds.ts'

test('Bounds are read as an operator writes them; what is not named keeps its default', () => {
  expect(boundsSaid(undefined)).toEqual(BOUNDS)
  expect(boundsSaid(' person.bytes=5G, space.topics=none\taddress.requests=30 ')).toEqual({
    person: { ...BOUNDS.person, bytes: 5 * 1024 ** 3 },
    space: { ...BOUNDS.space, topics: Number.POSITIVE_INFINITY },
    address: { requests: 30 },
  })
})

test('What is no bound is refused with what would be', () => {
  const wrong = [
    'person.bytes',
    'person.bytes=-1',
    'person.bytes=0',
    'space.spaces=3',
    'toString.name=3',
    'person.bytes=1.5G',
  ]
  for (const said of wrong)
    expect(() => boundsSaid(said)).toThrow(`“${said}” in WHORL_BOUNDS is no bound. Give some of person.bytes`)
})

test('The documents name each bound with its default', () => {
  const said = readFileSync(new URL('../../docs/decisions/bounds.md', import.meta.url), 'utf8')
  const shown = (name: string, most: number) =>
    name.endsWith('.bytes') ? sizeSaid(most) : most.toLocaleString('en-GB')
  for (const [name, most] of everyBound) expect(said).toContain(`| \`${name}\` | ${shown(name, most)} |`)
})
