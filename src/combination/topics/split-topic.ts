import { z } from 'zod'
import { clash, type HereIAm, id, inArea, line, unfit, writingAct } from '../../ba/index.ts'
import {
  type Claim,
  claimsOfTopic,
  evidenceChanged,
  keptCitations,
  moveClaim,
  moveEvidence,
  newTopic,
  pageOf,
  shownTopic,
  showTopic,
  type Topic,
  topicNamed,
  topicRef,
  topicTitled,
} from '../../knowledge/index.ts'
import { alsoAbout, conversionsById } from '../../ledger/index.ts'
import { wishCompile } from '../documents/index.ts'
import { savePage } from '../pages/index.ts'
import { partingPage, readingParts } from './joining-pages.ts'
import { linesGoing } from './lines-cited.ts'

/**
 * The act `split-topic`: moves blocks of a page unchanged, and claims with their exercises and
 * schedules, to a new topic. The two pages link to each other.
 */
export const splitTopic = writingAct({
  name: 'split-topic',
  says: 'Makes a topic of its own of some blocks of a page and lines that people said; each page leads to the other.',
  may: 'member',
  input: z.object({
    topic: topicRef,
    title: line(120),
    /** The version of the page that was read; 0 without a page. */
    version: z.int().min(0),
    blocks: z.array(z.int().min(0)).max(2000),
    claims: z.array(id).max(500),
  }),
  output: z.object({ topic: shownTopic }),
  run: async (here, given) => {
    const old = await topicNamed(here, given.topic)
    const all = await claimsOfTopic(here.tx, here.space.id, old.id)
    const page = await pageOf(here.tx, here.space.id, old.id)
    const parts = page ? here.prepared(readingParts, { markdown: page.markdown, title: old.title }) : []
    const along = linesGoing(all, parts, new Set(given.blocks))
    const claims = [...new Set([...given.claims.map((one) => claimHere(all, one)), ...along])]
    if (given.blocks.length + claims.length === 0)
      throw unfit('blocks', 'Nothing is chosen.', 'Choose blocks of the page, or lines.')
    await refuseTaken(here, old, given.title)
    const topic = await newTopic(here, { title: given.title, area: old.area_id, by: here.me.id })
    await moveBlocks(here, old, topic, { ...given, claims })
    for (const claim of claims) await hangOn(here, claim, topic)
    const conversion = await conversionsComeAlong(here, claims, topic)
    here.changed({ claim: claims.map(({ id }) => id), conversion }, inArea(old.area_id, old.id, topic.id))
    await wishCompile(here, old.id)
    await wishCompile(here, topic.id)
    return { topic: showTopic(here, topic) }
  },
})

/** Moves a claim with its evidence to another topic. */
async function hangOn(here: HereIAm, claim: Claim, topic: Topic): Promise<void> {
  const { tx, space, me, now, newId } = here
  await moveClaim(tx, {
    space_id: space.id,
    id: newId(),
    claim_id: claim.id,
    from_topic: claim.topic_id,
    to_topic: topic.id,
    by_person: me.id,
    at: now,
  })
  for (const row of await moveEvidence(tx, space.id, claim.id, topic.id)) evidenceChanged(here, row)
}

function claimHere(claims: readonly Claim[], id: string): Claim {
  const found = claims.find((claim) => claim.id === id)
  if (!found) throw unfit('claims', 'One of the lines is not of this topic.', 'Read the topic again and choose anew.')
  return found
}

async function refuseTaken({ tx, space }: HereIAm, { area_id }: Topic, title: string): Promise<void> {
  const there = await topicTitled(tx, space.id, area_id, title)
  if (there)
    throw unfit('title', `“${there.title}” is called so already, or was.`, 'Give the new topic a title of its own.')
}

/** Adds the new topic to the conversions by which its claims were told and compiled. */
async function conversionsComeAlong({ tx, space }: HereIAm, claims: readonly Claim[], topic: Topic): Promise<string[]> {
  const ids = claims.flatMap((claim) => [claim.told_conversion, claim.page_conversion]).filter((id) => id !== null)
  const found = await conversionsById(tx, space.id, [...new Set(ids)])
  for (const { id, seq } of found)
    await alsoAbout(tx, { space_id: space.id, conversion_id: id, topic_id: topic.id, seq })
  return found.map(({ id }) => id)
}

type Chosen = { title: string; version: number; blocks: readonly number[]; claims: readonly Claim[] }

async function moveBlocks(here: HereIAm, old: Topic, topic: Topic, { version, blocks, claims }: Chosen) {
  if (blocks.length === 0) return
  const page = await pageOf(here.tx, here.space.id, old.id)
  if (!page || page.version !== version) throw clash('page')
  const places = here.prepared(readingParts, { markdown: page.markdown, title: old.title }).map(({ n }) => n)
  const goes = new Set(blocks)
  if (![...goes].every((n) => places.includes(n)))
    throw unfit('blocks', 'The page has no such block.', 'Read the page again and choose anew.')
  if (places.every((n) => goes.has(n)))
    throw unfit('blocks', 'That is the whole page.', 'Leave something, or give the topic another title instead.')
  const { left, taken } = here.prepared(partingPage, {
    title: old.title,
    newTitle: topic.title,
    markdown: page.markdown,
    base: page.base,
    goes: [...goes],
    now: here.now,
    told: [...new Set(claims.map(({ sourceName }) => sourceName))],
  })
  const by = here.me.id
  const cited = await keptCitations(here.tx, here.space.id, old.id)
  if ((await savePage(here, old, { ...left, read: page.version, by })) === null) throw clash('page')
  await savePage(here, topic, { ...taken, read: null, by, cited })
}
