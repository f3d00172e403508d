import { z } from 'zod'
import { type Here, type HereIAm, onlyFor, orAbsent, unfit } from '../../ba/index.ts'
import { shownTopic, showTopicById } from '../../knowledge/index.ts'
import { MOST_ANSWER } from '../../text/index.ts'
import { AT_ONCE, type Family, families, nextProbes, shownProbe } from './probes.ts'
import type { Line } from './retelling.ts'
import { seemsToDecide } from './seems-to-decide.ts'
import { type StoryRow, storyById, tellingsOf } from './story-rows.ts'

/** The limits of one story: sentences, characters, and lines of the timeline. */
export const [SENTENCES, LETTERS, LINES] = [60, MOST_ANSWER, 60]

/** The ways to take a probe: answered in words, to be shown instead, or skipped. */
export const hows = ['said', 'show', 'skip'] as const

const probe = z.object({ family: z.enum(families), asks: z.string() })

/** The public form of a story, for its teller alone. */
export const shownStory = z.object({
  id: z.string(),
  topic: shownTopic,
  version: z.number(),
  begunAt: z.string(),
  toldAt: z.string().nullable(),
  retoldAt: z.string().nullable(),
  correctedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** The source of a finished story. */
  source: z.string().nullable(),
  /** The tellings, word for word with their times. */
  told: z.array(z.object({ words: z.string(), at: z.string() })).max(SENTENCES),
  /** The corrected timeline; `decides` is a guess by its words. */
  timeline: z
    .array(z.object({ id: z.string(), told: z.string().nullable(), words: z.string(), decides: z.boolean() }))
    .max(LINES),
  /** The line of the decision, as picked by its teller. */
  decision: z.string().nullable(),
  replies: z
    .array(probe.extend({ how: z.enum(hows), words: z.string().nullable(), at: z.string() }))
    .max(families.length),
  /** The probes offered next: at most three. */
  probes: z.array(probe).max(AT_ONCE),
})

/** Finds a story of the caller; others read as absent. */
export async function myStory(here: HereIAm, id: string): Promise<StoryRow> {
  const story = await storyById(here.tx, here.space.id, id)
  const mine = story?.teller === here.me.id && here.areas.has(story.area_id) ? story : undefined
  return orAbsent(mine, 'story', 'story of yours')
}

/** Finds an unfinished story of the caller. */
export async function myOpenStory(here: HereIAm, id: string): Promise<StoryRow> {
  const story = await myStory(here, id)
  if (story.finished_at !== null)
    throw unfit('story', 'It is finished.', 'Correct or take out its lines, or begin another.')
  return story
}

/** The timeline of a story. */
export const timelineOf = (story: StoryRow): Line[] => JSON.parse(story.timeline)

type Telling = Awaited<ReturnType<typeof tellingsOf>>[number]

/** The tellings that are not replies to probes. */
export const toldOf = (tellings: readonly Telling[]): Telling[] => tellings.filter(({ probe }) => probe === null)

/** The replies to probes, in order. */
export const repliesOf = (tellings: readonly Telling[]) =>
  tellings.flatMap(({ probe, how, words, at }) =>
    probe === null ? [] : [{ ...shownProbe(probe as Family), how: how as (typeof hows)[number], words, at }],
  )

/** Makes the public form of a story. */
export async function showStory(here: HereIAm, id: string): Promise<z.input<typeof shownStory>> {
  const story = await myStory(here, id)
  const tellings = await tellingsOf(here.tx, here.space.id, story.id)
  const replies = repliesOf(tellings)
  return {
    id: story.id,
    topic: await showTopicById(here, story.topic_id),
    version: story.version,
    begunAt: story.begun_at,
    toldAt: story.told_at,
    retoldAt: story.retold_at,
    correctedAt: story.corrected_at,
    finishedAt: story.finished_at,
    source: story.source_id,
    told: toldOf(tellings).map(({ words, at }) => ({ words: words ?? '', at })),
    timeline: timelineOf(story).map((line) => ({ ...line, decides: seemsToDecide(line.words) })),
    decision: story.decision,
    replies,
    probes: story.decision === null ? [] : nextProbes(replies.map(({ family }) => family)).map(shownProbe),
  }
}

/** Records a changed story, for its teller alone. */
export const storyChanged = (here: Here, { id, teller, topic_id }: StoryRow) =>
  here.changed({ story: id }, onlyFor(teller, topic_id))
