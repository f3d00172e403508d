import { type Here, OPEN } from '../ba/index.ts'
import { type Claim, claimsOfTopic, pageOf, putClaimsOnPage, sourceTexts, topicById } from '../knowledge/index.ts'
import { type JobHandler, type Moment, recordAs } from '../ledger/index.ts'
import type { Store, Tx } from '../store/index.ts'
import { compose, type Said } from './compose.ts'
import { mergePage } from './merge-page.ts'
import { passagesOn } from './passages.ts'
import { savePage } from './save-page.ts'

/** The name under which the journal keeps that a page was compiled. */
const COMPILED = 'compile'

/**
 * Compiles one topic's page: reads its claims and sources, composes outside any transaction, and records the page and
 * the conversion in one. A page that somebody saved meanwhile is compiled again with what they wrote.
 */
export function compileTopic(store: Store, moment: Moment): JobHandler {
  return async (job, finish) => {
    for (let done = false; !done; ) done = await compileOnce(store, moment, job, finish)
  }
}

/** Gives false where somebody saved the page meanwhile. */
async function compileOnce(store: Store, moment: Moment, ...[job, finish]: Parameters<JobHandler>): Promise<boolean> {
  const now = moment.now()
  const read = await store.read((tx) => ingredientsOf(tx, job.space_id, job.subject))
  const compiled = read && compiledText(read, now)
  try {
    await store.write(async (tx) => {
      if (read && compiled && compiled.text !== read.page?.markdown) {
        const space = { id: job.space_id, slug: job.slug, name: job.name }
        const entry = { act: COMPILED, by: null, door: 'whorl', now }
        await recordAs({ tx, space, newId: moment.newId }, entry, (here) => record(here, read, compiled))
      }
      await finish(tx)
    })
    return true
  } catch (error) {
    if (error instanceof SavedMeanwhile) return false
    throw error
  }
}

/** Keeps the page, and the combination with what caused it: the tellings of the claims that are new on it. */
async function record(here: Here, { topic, claims, page }: Ingredients, compiled: Compiled): Promise<void> {
  const fresh = claims.filter((claim) => claim.page_conversion === null)
  const conversion = here.converts({
    mode: 'combination',
    area: topic.area_id,
    from: null,
    with: null,
    topics: [topic.id],
    level: topic.area_id === OPEN ? 'organisation' : 'group',
    causes: fresh.flatMap((claim) => claim.told_conversion ?? []),
  })
  const ids = fresh.map(({ id }) => id)
  await putClaimsOnPage(here.tx, here.space.id, ids, conversion)
  here.about({ topic: topic.id, conversion })
  const text = { markdown: compiled.text, base: compiled.base, read: page?.version ?? null, by: null }
  if ((await savePage(here, topic, text)) === null) throw new SavedMeanwhile()
}

class SavedMeanwhile extends Error {}

type Compiled = { text: string; base: string }
type Ingredients = NonNullable<Awaited<ReturnType<typeof ingredientsOf>>>

async function ingredientsOf(tx: Tx, space: string, topicId: string) {
  const topic = await topicById(tx, space, topicId)
  if (!topic) return undefined
  return {
    topic,
    claims: await claimsOfTopic(tx, space, topic.id),
    sources: await sourcesFor(tx, space, topic.area_id),
    page: await pageOf(tx, space, topic.id),
  }
}

/** The sources of the page's own area and the open ones; of two of one name its own, which is what citing it reaches. */
async function sourcesFor(tx: Tx, space: string, area: string) {
  const open = await sourceTexts(tx, space, [OPEN])
  if (area === OPEN) return open
  const own = await sourceTexts(tx, space, [area])
  return [...own, ...open.filter(({ name }) => !own.some((one) => one.name === name))]
}

/** Gives the page's new text and the compiler's own, or null when there is nothing to say and no page to clear. */
function compiledText({ topic, claims, sources, page }: Ingredients, now: string): Compiled | null {
  const passages = sources.flatMap((source) => passagesOn(topic.title, source))
  if (claims.length + passages.length === 0 && !page?.base) return null
  const composed = compose({ title: topic.title, said: claims.map(asSaid), passages })
  return mergePage({ title: topic.title, composed, current: page?.markdown ?? null, base: page?.base ?? '', now })
}

const asSaid = (claim: Claim): Said => ({
  statement: claim.statement,
  holdsWhen: claim.holds_when,
  kind: claim.kind as Said['kind'],
  sayable: claim.sayable as Said['sayable'],
  source: claim.sourceName,
  fromLine: claim.from_line,
  toLine: claim.to_line,
})
