import { z } from 'zod'
import { type HereIAm, line, OPEN, orAbsent, peopleOf, person, personOf, readingAct } from '../../../ba/index.ts'
import {
  askerOf,
  citationsOf,
  citedFrom,
  claimsOfSource,
  claimsSeen,
  earlierVersions,
  fileById,
  questionById,
  showClaims,
  shownClaim,
  shownTopic,
  shownVoice,
  showTopic,
  showTopicById,
  sourceById,
  sourceByName,
  speaksFor,
  topicById,
  topicsNow,
} from '../../../knowledge/index.ts'
import { linesOfFront } from '../../../text/index.ts'
import { outdatedOn } from '../citations/outdated.ts'
import { linesOf } from './line-changes.ts'
import { pagesIn } from './pages.ts'
import { versionMeant } from './source-file.ts'

/** A source with its lines numbered. Of an answer or a story, others see only the lines that its speaker confirmed. */
export const readSource = readingAct({
  name: 'read-source',
  says: 'Reads a source line by line; of an answer or a story, only the lines that its speaker confirmed.',
  may: 'reader',
  input: z.object({ source: line(300), version: z.int().min(1).optional() }),
  output: z.object({
    source: z.object({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      origin: z.string().nullable(),
      kind: z.enum(['file', 'answer', 'story']),
      at: z.string(),
      voice: shownVoice,
      question: z
        .object({ id: z.string(), words: z.string(), askedBy: person.nullable(), topic: shownTopic })
        .nullable(),
      mine: z.boolean(),
      /** Which of its versions this is. */
      version: z.number(),
      /** Where it was fetched, and may be again. */
      address: z.string().nullable(),
      /** The file that it was made from, where its text is not all that was given. */
      file: z.string().nullable(),
    }),
    lines: z.array(z.object({ n: z.number(), text: z.string().nullable() })),
    /** The line on which each page begins, of a document that has pages. */
    pages: z.array(z.number()),
    claims: z.array(shownClaim),
    /** All of its versions, the newest first, where there are several. */
    versions: z.array(z.object({ version: z.number(), at: z.string(), by: person.nullable() })),
    /** The pages that cite it; `changed` where it is lines that say something else by now. */
    citedBy: z.array(z.object({ topic: shownTopic, changed: z.boolean() })),
  }),
  run: async (here, { source: ref, version }) => {
    const { tx, space } = here
    const source = await sourceNamed(here, ref)
    const claims = await claimsSeen(here, await claimsOfSource(tx, space.id, source.id))
    const mine = source.kind !== 'file' && (await speaksFor(here, source.voice))
    const open = (n: number) => claims.some((claim) => claim.from_line <= n && n <= claim.to_line)
    if (source.kind !== 'file' && !mine && claims.length === 0) orAbsent(null, 'source', 'source')
    const document = source.kind === 'file'
    const meant = document ? await versionMeant(here, source, version) : source
    const front = linesOfFront(source.text)
    return {
      source: {
        id: source.id,
        name: source.name,
        title: source.title,
        origin: source.origin,
        kind: source.kind as 'file' | 'answer' | 'story',
        at: meant.at,
        voice: source.voice,
        question: source.question_id ? await askedBy(here, source.question_id) : null,
        mine,
        version: version ?? source.version ?? 1,
        address: source.address,
        file: meant.file_id ? ((await fileById(tx, space.id, meant.file_id))?.name ?? null) : null,
      },
      lines: linesOf(meant.text).map((text, index) => ({
        n: index + 1,
        text: document || mine || text === '' || index < front || open(index + 1) ? text : null,
      })),
      pages: pagesIn(meant.pages),
      claims: await showClaims(here, claims),
      versions: document ? await versionsOf(here, source) : [],
      citedBy: document ? await citedBy(here, source) : [],
    }
  },
})

type Source = NonNullable<Awaited<ReturnType<typeof sourceById>>>

async function versionsOf({ tx, space }: HereIAm, { id, version, at, brought_by }: Source) {
  const earlier = await earlierVersions(tx, space.id, id)
  if (earlier.length === 0) return []
  const brought = (await peopleOf(tx, space.id)).find((one) => one.id === brought_by)
  const now = { version: version ?? 1, at, brought_by, broughtByName: brought?.name ?? null }
  return [now, ...earlier].map((one) => ({
    version: one.version,
    at: one.at,
    by: personOf(one.brought_by, one.broughtByName),
  }))
}

/** The pages that I may see and that cite it: those of its own area, and of closed ones where it is open to all. */
async function citedBy(here: HereIAm, { id, name, area_id, version }: Source) {
  const { tx, space, areas } = here
  const cited = await citedFrom(tx, space.id, area_id === OPEN ? [...areas.keys()] : [area_id], name)
  const shown = []
  const now = await topicsNow(tx, space.id)
  for (const topicId of [...new Set(cited.map(({ topic_id }) => now(topic_id)))].slice(0, MOST_CITING)) {
    const topic = await topicById(tx, space.id, topicId)
    if (!topic) continue
    const reached = await citationsOf(tx, space.id, topic.id, topic.area_id, OPEN)
    if (!reached.some(({ source }) => source === id)) continue
    const outdated = (version ?? 1) > 1 ? await outdatedOn(here, topic) : []
    const changed = outdated.some((one) => one.name === name && one.now.changed)
    shown.push({ topic: showTopic(here, topic), changed })
  }
  return shown
}

const MOST_CITING = 50

async function sourceNamed(here: HereIAm, ref: string) {
  const { tx, space, areas } = here
  const named = await sourceByName(tx, space.id, OPEN, ref)
  const source = await sourceById(tx, space.id, named?.id ?? ref)
  return orAbsent(source && areas.has(source.area_id) ? source : undefined, 'source', 'source')
}

async function askedBy(here: HereIAm, id: string) {
  const question = await questionById(here.tx, here.space.id, id)
  if (!question) return null
  const { words, topic_id } = question
  return { id, words, askedBy: askerOf(question), topic: await showTopicById(here, topic_id) }
}
