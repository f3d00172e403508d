import { OPEN, ownAndOpen } from '../../ba/index.ts'
import { type Claim, claimsOfTopic, pageOf, sourceByName, topicById } from '../../knowledge/index.ts'
import type { Moment } from '../../ledger/index.ts'
import { isTurnedOn } from '../../model/index.ts'
import type { Tx } from '../../store/index.ts'
import { type How, keysOf, type Ingredients as Made, type Passage, type Said } from '../compose/index.ts'
import { writingOf } from '../pages/index.ts'
import { nearTopics } from './near-topics.ts'
import { passagesNamed } from './passage-rows.ts'
import { takesInPassages } from './takes-in.ts'
import { topicKeys } from './topic-keys.ts'

/** What a topic's page is compiled from, as it was read from the store. */
export type Ingredients = NonNullable<Awaited<ReturnType<typeof ingredientsOf>>>

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
