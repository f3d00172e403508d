import { areasSeen, type Here, memberOf, OPEN } from '../../ba/index.ts'
import { claimById, claimsOfSource } from '../../knowledge/index.ts'
import type { Reaction } from '../../ledger/index.ts'
import { wantedIn } from '../analyse.ts'
import { askingOf } from '../asking.ts'
import { type Kind, readThing } from '../thing.ts'
import { whatAnswers } from '../what-answers.ts'
import { changeMissing, type Missing, missingStill } from './missing-rows.ts'

/**
 * What was looked for is asked again when something new can be found that has half of its words: then whoever looked
 * hears of it, and the room no longer does. What the room was told is missing is settled by what its area may see.
 */
export const missingBecomesFound: Reaction = {
  name: 'missing-becomes-found',
  on: [
    'compile',
    'edit-page',
    'import-page',
    'import-source',
    'take-up',
    'confirm-claims',
    'correct-claim',
    'agree-to-release',
  ],
  run: async (here, about) => {
    const missing = await missingStill(here.tx, here.space.id)
    if (missing.length === 0) return
    const text = await newWords(here, about)
    for (const row of missing) if (text === undefined || mayAnswer(row, text)) await askAgain(here, row)
  },
}

/** The words of what changed; nothing where that is not told one by one. */
async function newWords({ tx, space }: Here, { topic, source, claim, turn }: Record<string, string>) {
  if (turn) return undefined
  const from = source ?? (claim && (await claimById(tx, space.id, claim))?.source_id)
  const changed: [Kind, string | undefined][] = [
    ['page', topic],
    ['source', from],
    ...(from ? await claimsOfSource(tx, space.id, from) : []).map(({ id }): [Kind, string] => ['claim', id]),
  ]
  const texts = []
  for (const [kind, id] of changed) {
    const thing = id && (await readThing(tx, space.id, kind, id))
    if (thing) texts.push(thing.title, thing.words())
  }
  return texts.join('\n')
}

function mayAnswer({ words }: Missing, text: string): boolean {
  const wanted = wantedIn(`${words} `)
  const asking = askingOf(wanted.map(({ terms }) => ({ terms: new Set(terms), telling: 1 })))
  return asking.shareOf(asking.whichIn(text)) >= 0.5
}

async function askAgain({ tx, space, now }: Here, row: Missing): Promise<void> {
  if (!(await memberOf(tx, space.id, row.person_id))) return
  const seen = await areasSeen(tx, space.id, row.person_id)
  const among = row.room_at === null ? seen : seen.filter(({ id }) => id === OPEN || id === row.area_id)
  const areas = new Map(among.map((area) => [area.id, area]))
  const { answers } = await whatAnswers({ tx, space, areas }, row.words)
  if (answers.some(({ how }) => how === 'answers')) await changeMissing(tx, { ...row, found_at: now })
}
