import type { Id } from '../store/index.ts'

/** The nouns that acts change, which reactions follow and screens show. The list is closed. */
const nouns = [
  // who and where
  'space',
  'member',
  'area',
  'invitation',
  'agent',
  'inference',
  'community',
  // what moves
  'topic',
  'question',
  'source',
  'claim',
  'page',
  'evidence',
  'keeping',
  'difference',
  'release',
  // what happened
  'conversion',
  'merged',
  'proposal',
  'parked',
  // a language model
  'modelUse',
  'modelRequest',
  'writing',
  // by the topic's id: that its page is being put together, or is no more
  'compiling',
  // finding
  'missing',
  // head to head
  'request',
  'showing',
  'puzzle',
  'wondering',
  // head to words
  'story',
  // words to words
  'arrival',
  'passage',
  // words to head
  'exercise',
  'card',
  'doing',
  // Today, and what is brought to be looked through once
  'dismissal',
  'scan',
  'inferred',
] as const

/** One of the nouns. */
export type Noun = (typeof nouns)[number]

/**
 * What a reading act's answer depends on: a noun anywhere, or only on the topic that the act is
 * asked about.
 */
export type Shown = Noun | `${Noun} of topic`

/** Nouns with the ids that changed: one or several. */
export type Nouns = { readonly [N in Noun]?: Id<N> | readonly Id<N>[] }

/** Nouns with the ids that changed, as the journal keeps them. */
export type Changed = { readonly [N in Noun]?: readonly Id<N>[] }

/**
 * Who may hear of a change: those who see an area, or one person; and the topics to which the nouns
 * belong.
 */
export interface Audience {
  readonly area?: Id<'area'>
  readonly person?: Id<'person'>
  readonly topics: readonly Id<'topic'>[]
}

/** Nouns changed at once, and their audience. */
export interface Change {
  readonly nouns: Changed
  readonly to: Audience
}

/** The audience of everybody who sees an area. */
export const inArea = (area: Id<'area'>, ...topics: Id<'topic'>[]): Audience => ({ area, topics })

/** The audience of one person. */
export const onlyFor = (person: Id<'person'>, ...topics: Id<'topic'>[]): Audience => ({ person, topics })

/** Normalises nouns for the journal: a list of ids each; nouns without any are left out. */
export function listed(nouns: Nouns): Changed {
  const all = Object.entries(nouns).map(([noun, ids]) => [noun, typeof ids === 'string' ? [ids] : ids] as const)
  return Object.fromEntries(all.filter(([, ids]) => ids.length > 0))
}

/** Merges several changes into one, without duplicates and regardless of audience. */
export function together(changes: readonly Change[]): Changed {
  const all: Partial<Record<Noun, Set<string>>> = {}
  for (const change of changes) {
    for (const [noun, ids] of Object.entries(change.nouns) as [Noun, readonly string[]][]) {
      const seen = all[noun] ?? new Set()
      for (const id of ids) seen.add(id)
      all[noun] = seen
    }
  }
  return Object.fromEntries(Object.entries(all).map(([noun, ids]) => [noun, [...ids]]))
}
