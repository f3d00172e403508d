import { claimById, claimsOfSource } from '../knowledge/index.ts'
import type { Reaction } from '../ledger/index.ts'
import { indexThings } from './index-things.ts'
import type { Kind } from './thing.ts'
import { filesNotIndexed } from './thing-rows.ts'

/** A page that was compiled, edited or brought in is found by the words it has now. */
const pageBecomesFindable: Reaction = {
  name: 'page-becomes-findable',
  on: [
    'compile',
    'edit-page',
    'restore-page',
    'import-page',
    'rename-topic',
    'merge-topics',
    'part-topics',
    'split-topic',
    'still-true',
  ],
  run: async ({ tx, space }, { topic, other }) => {
    const changed = [topic, other].filter((id) => id !== undefined)
    await indexThings(
      tx,
      space.id,
      changed.map((id) => ({ kind: 'page', id })),
    )
  },
}

/** Pages of a vault that were brought in together. */
const pagesBecomeFindable: Reaction = {
  name: 'pages-become-findable',
  on: ['import-files'],
  run: async ({ tx, space }, { topics = '' }) => {
    const pages = topics.split(' ').filter(Boolean)
    await indexThings(
      tx,
      space.id,
      pages.map((id) => ({ kind: 'page', id })),
    )
  },
}

/** Documents that were brought in, one or many at a time, are found; one that was brought again by the words it has now. */
const broughtBecomesFindable: Reaction = {
  name: 'brought-becomes-findable',
  on: ['import-source', 'import-files', 'take-in', 'take-up'],
  run: async ({ tx, space }, { renewed }) => {
    const fresh = await filesNotIndexed(tx, space.id)
    const changed = renewed && !fresh.includes(renewed) ? [...fresh, renewed] : fresh
    await indexThings(
      tx,
      space.id,
      changed.map((id) => ({ kind: 'source', id })),
    )
  },
}

/** What somebody asked, confirmed or corrected is found; what they took out is not. */
const saidBecomesFindable: Reaction = {
  name: 'said-becomes-findable',
  on: [
    'ask',
    'ask-puzzle',
    'take-up',
    'rest-exercise',
    'confirm-claims',
    'correct-claim',
    'say-when',
    'withdraw-claim',
    'agree-to-release',
  ],
  run: async ({ tx, space }, { source, claim, question }) => {
    const things: { kind: Kind; id: string }[] = []
    const from = source ?? (claim && (await claimById(tx, space.id, claim))?.source_id)
    if (from) {
      things.push({ kind: 'source', id: from })
      for (const { id } of await claimsOfSource(tx, space.id, from)) things.push({ kind: 'claim', id })
    }
    if (claim) things.push({ kind: 'claim', id: claim })
    if (question) things.push({ kind: 'question', id: question })
    await indexThings(tx, space.id, things)
  },
}

/** What follows from acts so that things are found as they are now. */
export const findableReactions: Reaction[] = [
  pageBecomesFindable,
  pagesBecomeFindable,
  broughtBecomesFindable,
  saidBecomesFindable,
]
