import { areaNamed, type HereIAm, looseSlug, memberOf, orAbsent, peopleOf } from '../ba/index.ts'
import { tagsIn, topicNamed, topicsCalled, topicsIn } from '../knowledge/index.ts'
import { exactName } from '../text/index.ts'
import { fold } from './analyse.ts'
import { mark, marksSince } from './marks.ts'
import { type filters, kindCalled, type Query } from './query.ts'
import type { Kind } from './thing.ts'

/** The filters of a search. */
export interface Narrow {
  kinds?: readonly Kind[]
  /** Only these areas, by id. */
  areas?: readonly string[]
  /** A thing must have one mark of each list: person, topic or month. */
  marked?: readonly string[][]
  /** The earliest day of a thing. */
  since?: string
  phrases?: readonly string[]
  without?: readonly string[]
}

/** The filters given as input fields. */
export interface Fields {
  kinds?: readonly Kind[] | undefined
  topic?: string | undefined
  by?: string | undefined
  area?: string | undefined
  since?: string | undefined
}

/** A typed filter and the name it was resolved to; null if nothing has that name. */
export interface Reading {
  filter: (typeof filters)[number]
  typed: string
  is: string | null
}

/** Resolves the filters typed in a query and those given in fields; those in fields must exist. */
export async function narrowBy(
  here: HereIAm,
  query: Query,
  fields: Fields,
): Promise<{ narrow: Narrow; read: Reading[] }> {
  const kinds = [...(fields.kinds ?? [])]
  const areas = fields.area === undefined ? [] : [areaNamed(here, fields.area).id]
  const marked: string[][] = []
  let since = fields.since ?? ''
  if (fields.topic !== undefined) marked.push([mark.topic((await topicNamed(here, fields.topic)).id)])
  if (fields.by !== undefined) marked.push([mark.by(await memberNamed(here, fields.by))])
  const read: Reading[] = []
  for (const { filter, typed } of query.narrowed) {
    const found = await readers[filter](here, typed)
    read.push({ filter, typed, is: found[0]?.name ?? null })
    if (filter === 'kind') kinds.push(...found.map(({ id }) => id as Kind))
    else if (filter === 'in') areas.push(...found.map(({ id }) => id))
    else if (filter === 'since') since = [since, typed].sort().at(-1) ?? ''
    else marked.push(found.map(({ id }) => (filter === 'by' ? mark.by(id) : mark.topic(id))))
  }
  if (since) marked.push(marksSince(since, here.now))
  const narrow = {
    ...(kinds.length && { kinds }),
    // A filter by an unknown area matches nothing.
    ...((areas.length || read.some(({ filter }) => filter === 'in')) && { areas }),
    ...(marked.length && { marked }),
    ...(since && { since }),
    phrases: query.phrases,
    without: query.without,
  }
  return { narrow, read }
}

type Named = { id: string; name: string }
type Read = (here: HereIAm, typed: string) => Named[] | Promise<Named[]>

const plain = (text: string) => fold(looseSlug(text))

/** The items with this name; else those of which a word begins with it. */
function called<T extends Named>(typed: string, all: readonly T[]): T[] {
  const wanted = plain(typed)
  if (!wanted) return []
  const whole = all.filter(({ name }) => plain(name) === wanted)
  return whole.length ? whole : all.filter(({ name }) => `-${plain(name)}`.includes(`-${wanted}`))
}

const me = /^(?:me|ich|moi|yo|自分|私|我)$/iu

/** The most topics of a tag; a tag with more says too little. */
const MOST_TAGGED = 300

const readers: Record<(typeof filters)[number], Read> = {
  kind: (_, typed) => {
    const kind = kindCalled(typed)
    return kind ? [{ id: kind, name: kind }] : []
  },
  by: async (here, typed) => (me.test(typed) ? [here.me] : called(typed, await peopleOf(here.tx, here.space.id))),
  in: (here, typed) => called(typed, [...here.areas.values()]),
  topic: async ({ tx, space, areas }, typed) => {
    const ids = [...areas.keys()]
    const aliased = await topicsCalled(tx, space.id, ids, [exactName(typed), exactName(typed.split('/').at(-1) ?? '')])
    const all = (await topicsIn(tx, space.id, ids)).map(({ id, title, slug }) => ({ id, name: title, slug }))
    const slugged = all.filter(
      ({ id, slug }) => slug === typed.split('/').at(-1) || aliased.some((one) => one.id === id),
    )
    return slugged.length ? slugged : called(typed, all)
  },
  tag: async ({ tx, space, areas }, typed) => {
    const tags = await tagsIn(tx, space.id, [...areas.keys()])
    const named = tags.map(({ topic, tag }) => ({ id: topic, name: tag }))
    return called(typed, named).slice(0, MOST_TAGGED)
  },
  since: (_, typed) => [{ id: typed, name: typed }],
}

const memberNamed = async ({ tx, space }: HereIAm, id: string): Promise<string> =>
  orAbsent((await memberOf(tx, space.id, id)) && id, 'by', 'person')
