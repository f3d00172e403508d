import { expect, test } from 'vitest'
import { mayBeOne, tellApart } from './git-people.ts'
import { coAuthorsIn } from './git-trailers.ts'

const contact = (given: string) => {
  const [, name = '', mail = ''] = /^(.*?) ?<(.*)>$/.exec(given) ?? [given, given]
  return { name, mail }
}

/** How many people these are. */
function people(...given: string[]): number {
  const contacts = given.map(contact)
  return new Set(contacts.flatMap(tellApart(contacts)).map(({ label }) => label)).size
}

test.each([
  [1, ['Eli Brandt <e@x.example>', 'eli brandt <E@X.example>', 'E. Brandt <e@x.example>', 'ebrandt <e@x.example>']],
  [1, ['Søren Øst <s@x.example>', 'SørenØst <s@x.example>', 'Øst, Søren <s@x.example>']],
  [2, ['Eli Brandt <e@x.example>', 'Eli Brandt <e@y.example>']],
  [2, ['eli <ops@x.example>', 'ada <ops@x.example>']],
  [3, ['Eli Brandt <ops@x.example>', 'Eli Holm <ops@x.example>', 'Ada Holm <ops@x.example>']],
  [1, ['Eli Brandt <7+eli@users.noreply.a.example>', 'Eli <7+elib@users.noreply.a.example>']],
  [2, ['Eli Brandt <7+eli@users.noreply.a.example>', 'Eli Brandt <7+eli@users.noreply.b.example>']],
  [2, ['Eli Brandt <noreply@a.example>', 'Ada Holm <noreply@a.example>']],
  [1, ['Eli Brandt <noreply@a.example>', 'Eli Brandt <e@x.example>', 'Eli Brandt <>']],
  [2, ['Eli Brandt & Ada Holm <pair@x.example>', 'Ada Holm <pair@x.example>', 'Eli Brandt <>']],
  [1, ['Brandt, Eli <e@x.example>']],
  [
    0,
    [
      'dependabot[bot] <49+dependabot[bot]@users.noreply.a.example>',
      'GitHub <noreply@github.com>',
      'renovate-bot <r@x>',
    ],
  ],
  [0, ['Claude <noreply@anthropic.com>', 'Claude Opus 9 <noreply@anthropic.com>', 'copilot-swe-agent[bot] <c@x>']],
  [2, ['Claude Monet <c@x.example>', 'Mark Talbot <m@x.example>']],
  [1, ['root <root@box>', 'admin <admin@box>']],
])('%i: %j', (count, given) => {
  expect(people(...given)).toBe(count)
})

test.each([
  ['Co-authored-by: Eli Brandt <E@x.example>', ['Eli Brandt <e@x.example>']],
  ['coauthored-by: Eli <e@x.example> (by phone)', ['Eli <e@x.example>']],
  ['Pair: Eli Brandt and Ada Holm', ['Eli Brandt <>', 'Ada Holm <>']],
  ['Co-authors: Eli <e@x.example>, Ada <a@x.example> and Bo', ['Eli <e@x.example>', 'Ada <a@x.example>', 'Bo <>']],
  ['With: eli@x.example', ['eli@x.example <eli@x.example>']],
  ['Co-authored-by: <e@x.example>', ['e@x.example <e@x.example>']],
  ['Reviewed-by: Eli <e@x.example>', []],
  ['Signed-off-by: Eli <e@x.example>', []],
  ['The author: it was Eli', []],
  ['Co-authored-by:', []],
  ['Co-authored-by: <', ['< <>']],
])('%j names %j', (line, named) => {
  expect(coAuthorsIn(line).map(({ name, mail }) => `${name} <${mail}>`)).toEqual(named)
})

test('Somebody who may be the same person is not called another', () => {
  const holder = { label: 'Eli Brandt', mails: new Set(['e@x.example']) }
  const may = (label: string, mail = '') => mayBeOne(holder, { label, mail })
  expect(['Eli', 'E. Brandt', 'Eli Holm', 'ebrandt', 'Eli Brandt <e@y.example>'].map((one) => may(one))).not.toContain(
    false,
  )
  expect([may('zed', 'e@x.example'), may('Ada Holm', 'a@x.example')]).toEqual([true, false])
})

test('Many names at one address, and many people of one name, are told apart in time that grows with their number', () => {
  const names = Array.from({ length: 20_000 }, (_, n) => `P${n} Q${n} <one@x.example>`)
  const mails = Array.from({ length: 20_000 }, (_, n) => `Eli Brandt <e${n}@x.example>`)
  expect(people(...names, ...mails)).toBe(40_000)
})
