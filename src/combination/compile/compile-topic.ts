import { type Here, inArea, OPEN } from '../../ba/index.ts'
import { type Claim, keptCitations, pageOf, putClaimsOnPage, topicsLeadingTo } from '../../knowledge/index.ts'
import {
  type JobHandler,
  lastOn,
  type Moment,
  prepareNow,
  recordAs,
  spaceOf,
  withPrepared,
} from '../../ledger/index.ts'
import type { Store } from '../../store/index.ts'
import { needsRendering, savePage } from '../pages/index.ts'
import { type Compiled, composing } from './composing.ts'
import { type Ingredients, ingredientsOf } from './ingredients.ts'
import { putsTogether } from './puts-together.ts'
import { keepStanding } from './written/choose-page.ts'
import { wishWriting } from './written/wish-writing.ts'

/** The act name of the journal entry for a compile. */
const COMPILED = 'compile'

/**
 * The job that compiles one topic's page: reads its claims and passages, composes outside any
 * transaction, and records page and conversion in one. If somebody saves meanwhile, it compiles
 * again with their text.
 */
export function compileTopic(store: Store, moment: Moment): JobHandler {
  return async (job, finish) => {
    for (let done = false; !done; ) done = await compileOnce(store, moment, job, finish)
  }
}

/** Returns false if somebody saved the page meanwhile. */
async function compileOnce(store: Store, moment: Moment, ...[job, finish]: Parameters<JobHandler>): Promise<boolean> {
  const now = moment.now()
  const read = await store.read((tx) => ingredientsOf(tx, job.space_id, job.subject, moment))
  const compiled = read && (await prepareNow(moment.prepare, composing, { read, now }, COMPILED))
  try {
    const needs =
      read && compiled && pageDiffers(read, compiled) ? needsRendering(compiled.text, () => read.topic.title) : []
    await withPrepared({ prepare: moment.prepare, person: () => COMPILED }, needs, (prepared) =>
      store.write(async (tx) => {
        const entry = { act: COMPILED, by: null, door: 'whorl', now }
        const hands = { tx, space: spaceOf(job), newId: moment.newId, prepared }
        if (read) await recordAs(hands, entry, (here) => record(here, read, compiled))
        if (compiled?.written.wanted)
          await wishWriting(tx, { space: job.space_id, topic: job.subject, id: moment.newId(), now })
        await finish(tx)
      }),
    )
    return true
  } catch (error) {
    if (error instanceof SavedMeanwhile) return false
    throw error
  }
}

/** Whether the text changed; an unchanged page keeps its date. */
const pageDiffers = ({ page }: Ingredients, { text }: Compiled) => text !== page?.markdown

/**
 * Saves the page and the model's draft if they differ; announces in any case that the compile is
 * done.
 */
async function record(here: Here, read: Ingredients, compiled: Compiled | null | undefined): Promise<void> {
  const { id, area_id } = read.topic
  here.changed({ compiling: id }, inArea(area_id, id))
  if (!compiled) return
  if (pageDiffers(read, compiled)) await recordPage(here, read, compiled)
  if (read.writing) await keepStanding(here, read.writing, compiled.written)
}

/** Saves the page, and records a combination if the compile counts as one. */
async function recordPage(here: Here, { topic, claims, page }: Ingredients, compiled: Compiled): Promise<void> {
  const cited = page && (await keptCitations(here.tx, here.space.id, topic.id)).map(({ name }) => name)
  const before = cited ? new Set(cited) : null
  if (putsTogether({ sources: compiled.sources, claims, before })) await convert(here, topic, claims.filter(isFresh))
  const text = { markdown: compiled.text, base: compiled.base, read: page?.version ?? null, by: null }
  // The base differs if somebody pressed recompile meanwhile.
  const meanwhile = page && (await pageOf(here.tx, here.space.id, topic.id))?.base !== page.base
  if (meanwhile || (await savePage(here, topic, text)) === null) throw new SavedMeanwhile()
}

const isFresh = (claim: Claim) => claim.page_conversion === null

/**
 * Records the combination, caused by the previous one on this page and by the tellings of the lines
 * it takes in first.
 */
async function convert(here: Here, topic: Ingredients['topic'], fresh: readonly Claim[]): Promise<void> {
  const { tx, space } = here
  const topics = await topicsLeadingTo(tx, space.id, topic.id)
  const last = await lastOn(tx, space.id, { topics, mode: 'combination' })
  const conversion = here.converts({
    mode: 'combination',
    area: topic.area_id,
    parts: [],
    topics: [topic.id],
    level: topic.area_id === OPEN ? 'organisation' : 'group',
    causes: [
      ...(last ? [{ of: last.id, kind: 'page' as const }] : []),
      ...fresh.flatMap(({ told_conversion: told }) => (told ? [{ of: told, kind: 'line' as const }] : [])),
    ],
  })
  const ids = fresh.map(({ id }) => id)
  if (ids.length > 0) await putClaimsOnPage(tx, space.id, ids, conversion)
}

class SavedMeanwhile extends Error {}
