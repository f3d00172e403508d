import { type Here, inArea, OPEN, ownAndOpen } from '../../ba/index.ts'
import {
  type Claim,
  claimsOfTopic,
  keptCitations,
  pageOf,
  putClaimsOnPage,
  sourceByName,
  topicById,
  topicsLeadingTo,
} from '../../knowledge/index.ts'
import { type JobHandler, lastOn, type Moment, recordAs, spaceOf, withPrepared } from '../../ledger/index.ts'
import { isTurnedOn } from '../../model/index.ts'
import type { Store, Tx } from '../../store/index.ts'
import { compose, type How, keysOf, type Ingredients as Made, type Passage, type Said } from '../compose/index.ts'
import { needsRendering, savePage, writingOf } from '../pages/index.ts'
import { mergePage } from './merge-page.ts'
import { nearTopics } from './near-topics.ts'
import { passagesNamed } from './passage-rows.ts'
import { putsTogether } from './puts-together.ts'
import { takesInPassages } from './takes-in.ts'
import { topicKeys } from './topic-keys.ts'
import { type ChosenPage, choosePage, keepStanding } from './written/choose-page.ts'
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
  const compiled = read && compiledText(read, now)
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

type Compiled = { text: string; base: string; sources: readonly string[]; written: ChosenPage }
type Ingredients = NonNullable<Awaited<ReturnType<typeof ingredientsOf>>>

/**
 * Reads the input of a topic's page: claims, passages, links, the present page and the model's
 * draft.
 */
export async function ingredientsOf(tx: Tx, space: string, topicId: string, { model }: Moment) {
  const topic = await topicById(tx, space, topicId)
  if (!topic) return undefined
  const topics = await topicKeys(tx, space, ownAndOpen(topic.area_id))
  const keys = topics.find(({ id }) => id === topic.id)?.keys ?? keysOf(topic.title)
  const passages = await passagesFor(tx, space, topic.area_id, [...keys])
  // Passages under the title come before those under other names.
  const called = new Set(keysOf(topic.title))
  passages.sort((a, b) => Number(called.has(b.name)) - Number(called.has(a.name)))
  const others = topics.filter(({ id }) => id !== topic.id)
  return {
    topic,
    claims: await claimsOfTopic(tx, space, topic.id),
    passages: passages.map(asPassage),
    keys,
    links: others,
    near: await nearTopics(tx, space, sourcesAbout(passages), others),
    page: await pageOf(tx, space, topic.id),
    writing: await writingOf(tx, space, topic.id),
    modelOn: await isOnForAll(tx, space, [topic.area_id, ...passages.map(({ area_id }) => area_id)], model),
  }
}

/** Whether the model is on in all these areas; a closed page may also quote open sources. */
async function isOnForAll(tx: Tx, space: string, areas: readonly string[], model: Moment['model']): Promise<boolean> {
  for (const area of new Set(areas)) if (!(await isTurnedOn(tx, space, area, model))) return false
  return true
}

/**
 * The sources about the topic, or with a section about it; their other topics are its neighbours.
 */
const sourcesAbout = (passages: readonly { how: string; sourceId: string }[]) => [
  ...new Set(passages.filter(({ how }) => how === 'title' || how === 'heading').map(({ sourceId }) => sourceId)),
]

/**
 * Reads passages of the page's own area and the open one; of two sources with one name only its
 * own, which a citation would reach.
 */
async function passagesFor(tx: Tx, space: string, area: string, keys: string[]) {
  const passages = keys.length ? await passagesNamed(tx, space, ownAndOpen(area), keys) : []
  if (area === OPEN) return passages
  const own = new Set<string>()
  for (const name of new Set(passages.map(({ source }) => source)))
    if (await sourceByName(tx, space, area, name)) own.add(name)
  const heard = passages.filter(({ source, area_id }) => area_id === area || !own.has(source))
  return heard.sort((a, b) => Number(b.area_id === area) - Number(a.area_id === area))
}

/** Composes and merges the page; null if there is nothing to write and no page to clear. */
function compiledText(read: Ingredients, now: string): Compiled | null {
  const { topic, page, writing, modelOn } = read
  const made = toCompose(read)
  if (made.said.length + made.passages.length === 0 && !page?.base) return null
  const composed = compose(made)
  // Without any quotable text no page is created.
  if (composed.sources.length === 0 && !page) return null
  const written = choosePage(made, composed, writing, modelOn)
  const merged = mergePage({
    title: topic.title,
    composed: written.page ?? composed,
    current: page?.markdown ?? null,
    base: page?.base ?? '',
    now,
    fields: written.fields,
    onlySaid: !takesInPassages(page),
  })
  return { ...merged, sources: (written.page ?? composed).sources, written }
}

/** Converts the input read from the store to that of `compose`. */
export const toCompose = ({ topic, claims, page, passages, keys, links, near }: Ingredients): Made => ({
  title: topic.title,
  said: claims.map(asSaid),
  keys,
  links,
  ...(takesInPassages(page) ? { passages, near } : { passages: [] }),
})

const asPassage = (row: Awaited<ReturnType<typeof passagesFor>>[number]): Passage => ({
  source: row.source,
  title: row.title,
  fromLine: row.from_line,
  toLine: row.to_line,
  text: row.text,
  how: row.how as How,
})

const asSaid = (claim: Claim): Said => ({
  statement: claim.statement,
  holdsWhen: claim.holds_when,
  kind: claim.kind as Said['kind'],
  sayable: claim.sayable as Said['sayable'],
  source: claim.sourceName,
  fromLine: claim.from_line,
  toLine: claim.to_line,
})
