import { claimById, claimsOfSource } from '../knowledge/index.ts'
import type { Reaction } from '../ledger/index.ts'
import { indexThings } from './index-things.ts'
import type { Kind } from './thing.ts'

const things = (kind: Kind, ids: Iterable<string>) => [...ids].map((id) => ({ kind, id }))

/** Indexes a page again when its text or its topic's title changes. */
const pageBecomesFindable: Reaction = {
  name: 'page-becomes-findable',
  on: ['page', 'topic'],
  run: async ({ tx, space }, { page = [], topic = [] }) => {
    await indexThings(tx, space.id, things('page', new Set([...page, ...topic])))
  },
}

/** Indexes a document when it is brought or brought again. */
const broughtBecomesFindable: Reaction = {
  name: 'brought-becomes-findable',
  on: ['source'],
  run: ({ tx, space }, { source = [] }) => indexThings(tx, space.id, things('source', source)),
}

/** Indexes questions and claims, and removes withdrawn claims. */
const saidBecomesFindable: Reaction = {
  name: 'said-becomes-findable',
  on: ['claim', 'question'],
  run: async ({ tx, space }, { claim = [], question = [] }) => {
    // Of an answer or story, only the confirmed lines can be found.
    const sources = new Set<string>()
    for (const id of claim) {
      const from = (await claimById(tx, space.id, id))?.source_id
      if (from) sources.add(from)
    }
    const claims = new Set<string>(claim)
    for (const from of sources) for (const { id } of await claimsOfSource(tx, space.id, from)) claims.add(id)
    await indexThings(tx, space.id, [
      ...things('source', sources),
      ...things('claim', claims),
      ...things('question', question),
    ])
  },
}

/** The reactions that keep the index up to date. */
export const findableReactions: Reaction[] = [pageBecomesFindable, broughtBecomesFindable, saidBecomesFindable]
