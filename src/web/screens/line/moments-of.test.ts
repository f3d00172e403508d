import { expect, test } from 'vitest'
import type { Out, Person } from '../../contract.ts'
import { momentsOf } from './moments-of.ts'

const [mara, ben] = ['Mara', 'Ben'].map((name): Person => ({ id: name, name })) as [Person, Person]
const topic = {
  id: 't',
  slug: 'purge',
  title: 'Purge',
  area: { slug: 'open', name: 'Open', closed: false },
  path: 'purge',
}

const lineage = (more: Partial<Out<'lineage'>>): Out<'lineage'> => ({
  claim: {
    id: 'c',
    version: 1,
    topic,
    statement: 'Purge by key.',
    words: 'by key, always',
    holdsWhen: null,
    kind: 'what',
    sayable: 'easily',
    voice: { person: mara },
    source: { id: 's', name: 'answer.md' },
    fromLine: 1,
    toLine: 1,
    proposedAt: '2026-05-04T10:00:00Z',
    confirmedAt: '2026-05-04T10:05:00Z',
  },
  question: { words: 'How?', askedBy: ben, askedAt: '2026-05-04T09:00:00Z' },
  answeredAt: '2026-05-04T10:00:00Z',
  shown: [],
  pages: [{ topic, at: '2026-05-04T10:06:00Z' }],
  forward: [],
  onTopic: [],
  next: null,
  ...more,
})

test('a line goes from the question over the words to the page', () => {
  expect(momentsOf(lineage({})).map(({ kind }) => kind)).toEqual(['asked', 'said', 'page'])
})

test('what is known by its day alone stands last within that day', () => {
  const did = { person: ben, kind: 'did' as const, at: '2026-05-04', with: mara, help: null, earlier: false }
  const remembers = {
    person: ben,
    kind: 'remembers' as const,
    at: '2026-05-04T11:00:00Z',
    with: null,
    help: null,
    earlier: false,
  }
  const kinds = momentsOf(lineage({ forward: [did, remembers] })).map(({ kind }) => kind)
  expect(kinds).toEqual(['asked', 'said', 'page', 'remembers', 'did'])
})

test('an earlier day comes first, whatever happened on it', () => {
  const did = { person: mara, kind: 'did' as const, at: '2026-03-01', with: ben, help: null, earlier: false }
  expect(momentsOf(lineage({ question: null, forward: [did] }))[0]).toMatchObject({ kind: 'did', who: mara })
})

test('that its speaker explained it is the moment at which they said it, and stands once', () => {
  const explained = { kind: 'explained' as const, at: '2026-05-04T10:05:00Z', with: ben, help: null, earlier: false }
  const shown = momentsOf(
    lineage({
      forward: [
        { ...explained, person: mara },
        { ...explained, person: ben },
      ],
    }),
  )
  expect(shown.flatMap((one) => (one.kind === 'explained' ? [one.who] : []))).toEqual([ben])
})

test('whoever only watched it was shown it, person to person', () => {
  const watched = {
    person: ben,
    kind: 'did' as const,
    at: '2026-05-05',
    with: mara,
    help: 'watched' as const,
    earlier: false,
  }
  expect(momentsOf(lineage({ forward: [watched] })).at(-1)).toMatchObject({ kind: 'did', mode: 'socialisation' })
})

test('what was recalled of an earlier wording says so', () => {
  const remembers = { person: ben, kind: 'remembers' as const, at: '2026-05-05T11:00:00Z', with: null, help: null }
  const moments = momentsOf(lineage({ forward: [{ ...remembers, earlier: true }] }))
  expect(moments.at(-1)).toMatchObject({ kind: 'remembers', who: ben, earlier: true })
})
