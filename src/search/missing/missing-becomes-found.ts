import { areasSeen, type Changed, type Here, memberOf, OPEN } from '../../ba/index.ts'
import { claimById, claimsOfSource } from '../../knowledge/index.ts'
import type { Reaction } from '../../ledger/index.ts'
import { wantedIn } from '../analyse.ts'
import { askingOf } from '../asking.ts'
import { READ_WHILE_WRITING } from '../place-of.ts'
import { type Kind, readThing } from '../thing.ts'
import { whatAnswers } from '../what-answers.ts'
import { missingChanged } from './missing-changed.ts'
import { changeMissing, type Missing, missingStill } from './missing-rows.ts'

/**
 * Repeats open searches when something new has half of their words; if it answers, the owner is
 * notified and the room's entry is closed. A search shown to the room is answered only by what its
 * area may see.
 */
export const missingBecomesFound: Reaction = {
  name: 'missing-becomes-found',
  on: ['page', 'source', 'claim'],
  run: async (here, changed) => {
    const missing = await missingStill(here.tx, here.space.id)
    if (missing.length === 0) return
    const text = await newWords(here, changed)
    for (const row of missing) if (mayAnswer(row, text)) await askAgain(here, row)
  },
}

/**
 * The searchable words of what changed; for a claim, also of its source and the source's other
 * claims.
 */
async function newWords({ tx, space }: Here, { page = [], source = [], claim = [] }: Changed): Promise<string> {
  const sources = new Set<string>(source)
  for (const id of claim) sources.add((await claimById(tx, space.id, id))?.source_id ?? '')
  const claims = new Set<string>(claim)
  for (const from of sources) for (const { id } of await claimsOfSource(tx, space.id, from)) claims.add(id)
  const texts = []
  for (const [kind, ids] of [
    ['page', page],
    ['source', sources],
    ['claim', claims],
  ] satisfies [Kind, Iterable<string>][]) {
    for (const id of ids) {
      const thing = await readThing(tx, space.id, kind, id)
      if (thing) texts.push(thing.title, await thing.words())
    }
  }
  return texts.join('\n')
}

function mayAnswer({ words }: Missing, text: string): boolean {
  const wanted = wantedIn(`${words} `)
  const asking = askingOf(wanted.map(({ terms }) => ({ terms: new Set(terms), telling: 1 })))
  return asking.shareOf(asking.whichIn(text)) >= 0.5
}

async function askAgain(here: Here, row: Missing): Promise<void> {
  const { tx, space, now } = here
  if (!(await memberOf(tx, space.id, row.person_id))) return
  const seen = await areasSeen(tx, space.id, row.person_id)
  const among = row.room_at === null ? seen : seen.filter(({ id }) => id === OPEN || id === row.area_id)
  const areas = new Map(among.map((area) => [area.id, area]))
  const { answers } = await whatAnswers({ tx, space, areas }, row.words, READ_WHILE_WRITING)
  if (!answers.some(({ how }) => how === 'answers')) return
  await changeMissing(tx, { ...row, found_at: now })
  missingChanged(here, row)
}
