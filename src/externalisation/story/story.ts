import { z } from 'zod'
import { type Here, type HereIAm, onlyFor, orAbsent, unfit } from '../../ba/index.ts'
import { shownTopic, showTopicById } from '../../knowledge/index.ts'
import { MOST_ANSWER } from '../../text/index.ts'
import { AT_ONCE, type Family, families, nextProbes, shownProbe } from './probes.ts'
import type { Line } from './retelling.ts'
import { seemsToDecide } from './seems-to-decide.ts'
import { type StoryRow, storyById, tellingsOf } from './story-rows.ts'

/** More sentences, or more letters, than these are two stories; and so many lines are in its timeline. */
export const [SENTENCES, LETTERS, LINES] = [60, MOST_ANSWER, 60]

/** How a probe was taken: in words, as something to be shown instead, or passed over. */
export const hows = ['said', 'show', 'skip'] as const

const probe = z.object({ family: z.enum(families), asks: z.string() })

/** A story as its teller, and nobody else, is shown it. */
export const shownStory = z.object({
  id: z.string(),
  topic: shownTopic,
  version: z.number(),
  begunAt: z.string(),
  toldAt: z.string().nullable(),
  retoldAt: z.string().nullable(),
  correctedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** The source it became, once it is finished. */
  source: z.string().nullable(),
  /** What was said, word for word, with its moment. */
  told: z.array(z.object({ words: z.string(), at: z.string() })).max(SENTENCES),
  /** The retelling as its teller has corrected it; `decides` is a guess by its words. */
  timeline: z
    .array(z.object({ id: z.string(), told: z.string().nullable(), words: z.string(), decides: z.boolean() }))
    .max(LINES),
  /** The line at which its teller says they decided. */
  decision: z.string().nullable(),
  replies: z
    .array(probe.extend({ how: z.enum(hows), words: z.string().nullable(), at: z.string() }))
    .max(families.length),
  /** What may be asked next about that decision: at most three, to pick from. */
  probes: z.array(probe).max(AT_ONCE),
})

/** Finds a story of mine; anybody else's is as absent as one that never was. */
export async function myStory(here: HereIAm, id: string): Promise<StoryRow> {
  const story = await storyById(here.tx, here.space.id, id)
  const mine = story?.teller === here.me.id && here.areas.has(story.area_id) ? story : undefined
  return orAbsent(mine, 'story', 'story of yours')
}

/** Finds a story of mine that goes on. */
export async function myOpenStory(here: HereIAm, id: string): Promise<StoryRow> {
  const story = await myStory(here, id)
  if (story.finished_at !== null)
    throw unfit('story', 'It is finished.', 'Correct or take out its lines, or begin another.')
  return story
}

/** The timeline of a story. */
export const timelineOf = (story: StoryRow): Line[] => JSON.parse(story.timeline)

type Telling = Awaited<ReturnType<typeof tellingsOf>>[number]

/** What was told of its own accord: not what was replied to a probe. */
export const toldOf = (tellings: readonly Telling[]): Telling[] => tellings.filter(({ probe }) => probe === null)

/** What was replied to probes, in the order in which it was. */
export const repliesOf = (tellings: readonly Telling[]) =>
  tellings.flatMap(({ probe, how, words, at }) =>
    probe === null ? [] : [{ ...shownProbe(probe as Family), how: how as (typeof hows)[number], words, at }],
  )

/** Shows a story to its teller as it stands now. */
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

/** Says that a story changed: it is its teller's alone. */
export const storyChanged = (here: Here, { id, teller, topic_id }: StoryRow) =>
  here.changed({ story: id }, onlyFor(teller, topic_id))
