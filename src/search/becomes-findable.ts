import { claimById, claimsOfSource } from '../knowledge/index.ts'
import type { Reaction } from '../ledger/index.ts'
import { indexThings } from './index-things.ts'
import type { Kind } from './thing.ts'

const things = (kind: Kind, ids: Iterable<string>) => [...ids].map((id) => ({ kind, id }))

/** A page is found by the words it has now, and under the topic it is about now. */
const pageBecomesFindable: Reaction = {
  name: 'page-becomes-findable',
  on: ['page', 'topic'],
  run: async ({ tx, space }, { page = [], topic = [] }) => {
    await indexThings(tx, space.id, things('page', new Set([...page, ...topic])))
  },
}

/** A document that was brought is found; one that was brought again by the words it has now. */
const broughtBecomesFindable: Reaction = {
  name: 'brought-becomes-findable',
  on: ['source'],
  run: ({ tx, space }, { source = [] }) => indexThings(tx, space.id, things('source', source)),
}

/** What somebody asked, confirmed or corrected is found; what they took out is not. */
const saidBecomesFindable: Reaction = {
  name: 'said-becomes-findable',
  on: ['claim', 'question'],
  run: async ({ tx, space }, { claim = [], question = [] }) => {
    // Of what somebody said others may read the lines that are confirmed.
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

/** What follows from changes so that things are found as they are now. */
export const findableReactions: Reaction[] = [pageBecomesFindable, broughtBecomesFindable, saidBecomesFindable]
