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
import { cutWhole, MOST_QUESTION } from '../text/index.ts'
import { closestTopic } from './closest-topic.ts'
import { PEOPLE, REASONS, whoKnows } from './who-knows.ts'
import { wonderedBy } from './wondering-rows.ts'
import { worthAsking } from './worth-asking.ts'

/** The public form of a quote, with its source and its voice. */
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
  /** The voice, with its speaker's evidence on the topic. */
  by: z.object({ voice: shownVoice, reasons: z.array(shownReason).max(REASONS) }).nullable(),
})

/**
 * Limits: answers, near answers, passages read for the topic, open questions, characters of a
 * quote.
 */
const [ANSWERS, NEAR, READ, OPEN_ONES, LETTERS] = [5, 3, 8, 10, 4_000]

/** Quotes what was said that answers a question; if nothing does, lists people. */
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
    /** Whether anything answers it, by a bar that rejects more than it passes wrongly. */
    here: z.boolean(),
    answers: z.array(shownQuote).max(ANSWERS),
    near: z.array(shownQuote).max(NEAR),
    /** Similar questions without an answer. */
    open: z
      .array(
        z.object({
          id: z.string(),
          words: z.string(),
          topic: shownTopic,
          askedBy: person.nullable(),
          askedAt: z.string(),
          mine: z.boolean(),
          /** Whether the caller wonders too; that of others is private. */
          wondering: z.boolean(),
        }),
      )
      .max(OPEN_ONES),
    /** The closest topic, and the people with evidence on it, in the order of `who-knows`. */
    topic: shownTopic.nullable(),
    routed: z.boolean(),
    people: z.array(z.object({ person, reasons: z.array(shownReason).max(REASONS), me: z.boolean() })).max(PEOPLE),
  }),
  run: async (here, { words }) => {
    const { answers: found, alike, ranked } = await whatAnswers(here, words)
    const answers = await quotes(here, found.filter(({ how }) => how === 'answers').slice(0, ANSWERS))
    const near = await quotes(here, found.filter(({ how }) => how === 'near').slice(0, NEAR))
    const open = await openQuestions(
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
    words: cutWhole(quote, LETTERS),
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

/** Circumstances that the line itself names are left out. */
const besides = ({ statement, holds_when }: NonNullable<Answer['claim']>) =>
  holds_when && !statement.toLowerCase().includes(holds_when.toLowerCase()) ? holds_when : null

async function reasonsOf({ tx, space, me, now }: HereIAm, topic: string, of: string) {
  const evidence = await evidenceOn(tx, space.id, topic)
  const seen = evidence.filter((row) => row.person_id === of && maySeeEvidence(row, me.id))
  return worthAsking(seen, now)
    .flatMap(({ reasons }) => reasons.map(showReason))
    .slice(0, REASONS)
}

/** Those of these questions that nobody has answered or shown. */
async function openQuestions(here: HereIAm, ids: readonly string[]) {
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
