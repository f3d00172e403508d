import { z } from 'zod'
import { areaName, type HereIAm, person, readingAct, shownArea, text } from '../ba/index.ts'
import {
  answersTo,
  askerOf,
  evidenceOn,
  maySeeEvidence,
  questionById,
  shownReason,
  shownTopic,
  shownVoice,
  showReason,
  showTopicById,
  speakerOf,
} from '../knowledge/index.ts'
import { type Answer, passagesIn, whatAnswers } from '../search/index.ts'
import { MOST_QUESTION } from '../text/index.ts'
import { closestTopic } from './closest-topic.ts'
import { PEOPLE, REASONS, whoKnows } from './who-knows.ts'
import { wonderedBy } from './wondering-rows.ts'
import { worthAsking } from './worth-asking.ts'

/** A passage, word for word, with where it stands and who said it. */
const shownQuote = z.object({
  words: z.string(),
  cite: z.object({
    kind: z.enum(['page', 'claim', 'source']),
    id: z.string(),
    title: z.string(),
    fromLine: z.number().nullable(),
    toLine: z.number().nullable(),
  }),
  topic: shownTopic.nullable(),
  area: areaName,
  at: z.string(),
  holdsWhen: z.string().nullable(),
  /** Who said it, with what they have on record about its topic. */
  by: z.object({ voice: shownVoice, reasons: z.array(shownReason).max(REASONS) }).nullable(),
})

/** So many passages answer at most, and so many come near; of what passes for a look into people, so much is read. */
const [ANSWERS, NEAR, READ, OPEN_ONES, LETTERS] = [5, 3, 8, 10, 4_000]

/** What was already said that answers a question, quoted; or plainly nothing, and then people. */
export const whatWasSaid = readingAct({
  name: 'what-was-said',
  says: 'Quotes what was said that answers a question, with where it stands and who said it; else says that it is not in here, and who has something on record.',
  may: 'reader',
  tool: 'of-all',
  heavy: 'quick',
  shows: [
    'topic',
    'page',
    'source',
    'claim',
    'question',
    'passage',
    'evidence',
    'keeping',
    'member',
    'inference',
    'scan',
    'inferred',
    'wondering',
    'conversion',
  ],
  input: z.object({ words: text(MOST_QUESTION) }),
  output: z.object({
    /** Whether anything here answers it; a bar that leaves out more than it lets through wrongly. */
    here: z.boolean(),
    answers: z.array(shownQuote).max(ANSWERS),
    near: z.array(shownQuote).max(NEAR),
    /** Questions that ask the same and that nobody has answered yet. */
    open: z
      .array(
        z.object({
          id: z.string(),
          words: z.string(),
          topic: shownTopic,
          askedBy: person.nullable(),
          askedAt: z.string(),
          mine: z.boolean(),
          /** Whether I have said that I wonder too; whether others have is theirs. */
          wondering: z.boolean(),
        }),
      )
      .max(OPEN_ONES),
    /** The topic that comes closest, and who has something on record there, in the order of who-knows. */
    topic: shownTopic.nullable(),
    routed: z.boolean(),
    people: z.array(z.object({ person, reasons: z.array(shownReason).max(REASONS), me: z.boolean() })).max(PEOPLE),
  }),
  run: async (here, { words }) => {
    const { answers: found, alike, ranked } = await whatAnswers(here, words)
    const answers = await quotes(here, found.filter(({ how }) => how === 'answers').slice(0, ANSWERS))
    const near = await quotes(here, found.filter(({ how }) => how === 'near').slice(0, NEAR))
    const open = await openOnes(
      here,
      alike.slice(0, OPEN_ONES).map(({ id }) => id),
    )
    const said = [...answers, ...near].find(({ topic }) => topic !== null)?.topic
    const topic = said?.id ?? (await closestTopic(here, words, await passagesIn(here, words, ranked, READ)))
    const { people, routed } = topic === undefined ? { people: [], routed: false } : await whoKnows.run(here, { topic })
    return {
      here: answers.length > 0,
      answers,
      near,
      open,
      topic: topic === undefined ? null : await showTopicById(here, topic),
      routed,
      people,
    }
  },
})

async function quotes(here: HereIAm, answers: readonly Answer[]): Promise<z.input<typeof shownQuote>[]> {
  const shown = []
  for (const answer of answers) shown.push(await quote(here, answer))
  return shown
}

async function quote(here: HereIAm, { thing, quote, lines, claim }: Answer): Promise<z.input<typeof shownQuote>> {
  const kind = claim ? 'claim' : thing.kind === 'page' ? 'page' : 'source'
  const topic = claim?.topic_id ?? thing.topic
  const by = claim?.voice ?? thing.by
  const speaker = by && speakerOf(by)
  return {
    words: quote.length > LETTERS ? `${quote.slice(0, LETTERS).toWellFormed()}…` : quote,
    cite: {
      kind,
      id: claim?.id ?? thing.id,
      title: thing.title,
      fromLine: lines?.from ?? null,
      toLine: lines?.to ?? null,
    },
    topic: topic === null ? null : await showTopicById(here, topic),
    area: shownArea(here, thing.area),
    at: claim?.confirmed_at ?? thing.at,
    holdsWhen: claim ? besides(claim) : null,
    by: by && { voice: by, reasons: topic && speaker ? await reasonsOf(here, topic, speaker.id) : [] },
  }
}

/** Circumstances that a line says itself are not said twice. */
const besides = ({ statement, holds_when }: NonNullable<Answer['claim']>) =>
  holds_when && !statement.toLowerCase().includes(holds_when.toLowerCase()) ? holds_when : null

async function reasonsOf({ tx, space, me, now }: HereIAm, topic: string, of: string) {
  const evidence = await evidenceOn(tx, space.id, topic)
  const seen = evidence.filter((row) => row.person_id === of && maySeeEvidence(row, me.id))
  return worthAsking(seen, now)
    .flatMap(({ reasons }) => reasons.map(showReason))
    .slice(0, REASONS)
}

/** Those of these questions that nobody has answered, nor shown. */
async function openOnes(here: HereIAm, ids: readonly string[]) {
  const { tx, space, me, areas } = here
  const wondered = ids.length > 0 ? await wonderedBy(tx, space.id, me.id) : new Set<string>()
  const open = []
  for (const id of ids) {
    const question = await questionById(tx, space.id, id)
    if (!question || !areas.has(question.area_id) || question.shown_conversion !== null) continue
    if ((await answersTo(tx, space.id, [id])).length > 0) continue
    const { words, topic_id, asked_at, asked_by } = question
    const topic = await showTopicById(here, topic_id)
    const whose = { mine: asked_by === me.id, wondering: wondered.has(id) }
    open.push({ id, words, topic, askedBy: askerOf(question), askedAt: asked_at, ...whose })
  }
  return open
}
