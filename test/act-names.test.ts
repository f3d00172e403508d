/**
 * What opens an act at a door, or follows from it, stands in the act: the source has no list of
 * acts’ names.
 */
import { expect, test } from 'vitest'
import { acts } from '../src/acts.ts'
import { type Node, nodesOf, parse, type Source, sourcesIn } from './source.ts'

const MOST_TOOLS = 20

const names: Set<unknown> = new Set(acts.map(({ name }) => name))

/** Lists in a source of two words or more, each of them an act's name. */
const listsOfActs = (source: Source): string[] =>
  nodesOf(parse(source).program)
    .filter(({ type }) => type === 'ArrayExpression')
    .map(({ elements }) => (elements as (Node | null)[]).map((element) => element?.value))
    .filter((list) => list.length > 1 && list.every((value) => names.has(value)))
    .map((list) => `${source.path}: ${list.join(', ')}`)

test('A list of acts’ names is seen where there is one', () => {
  const text =
    "const open = [\n  // reading\n  'ask', 'who-knows'] as const; const words = ['ask', 'nothing']; const one = ['ask']"
  expect(listsOfActs({ path: 'some.ts', text })).toEqual(['some.ts: ask, who-knows'])
})

test('No file but the migrations holds a list of acts’ names', () => {
  const sources = sourcesIn('src', { tests: false }).filter(({ path }) => !path.includes('/migrations/'))
  expect(sources.flatMap(listsOfActs)).toEqual([])
})

test('At most twenty acts are tools of agents, and each of them is open to a person too', () => {
  const tools = acts.filter(({ tool }) => tool)
  expect(tools.length).toBeGreaterThan(0)
  expect(tools.length).toBeLessThanOrEqual(MOST_TOOLS)
  // Whoever comes by HTTP has all of them; who is beside a folder scans that instead of sending it.
  expect(tools.filter(({ tool }) => tool === 'by-http').map(({ name }) => name)).toEqual(['scan', 'read-scan'])
})
