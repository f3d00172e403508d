import { z } from 'zod'
import { byPage, next, pageOfList, pageRows, person, readingAct } from '../ba/index.ts'
import { shownTopic, showTopicById, topicNamed, topicRef } from '../knowledge/index.ts'
import { exercisesFrom } from './exercise-rows.ts'

/** What I could recall: due ones first, then new ones, then those for later. Only I see this. */
export const listExercises = readingAct({
  name: 'list-exercises',
  says: 'Lists what you could recall, of one topic or all; only you see it.',
  may: 'reader',
  input: z.object({ topic: topicRef.optional(), ...byPage }),
  output: z.object({
    exercises: pageRows(
      z.object({
        id: z.string(),
        topic: shownTopic,
        prompt: z.string(),
        cue: z.string().nullable(),
        dueAt: z.string().nullable(),
        due: z.boolean(),
        speaker: person,
      }),
    ),
    next,
  }),
  run: async (here, { topic: ref, ...asked }) => {
    const { tx, space, me, areas, now } = here
    const topic = ref === undefined ? undefined : (await topicNamed(here, ref)).id
    const of = { space: space.id, person: me.id, areas: [...areas.keys()], now, topic }
    const page = await pageOfList(asked, {
      from: [-1, '', ''] as [rank: number, at: string, id: string],
      rows: ([rank, at, id], limit) => exercisesFrom(tx, of, { rank, at, id }, limit),
      place: ({ rank, made_at, id }) => [Number(rank), made_at, id],
      show: async ({ id, topic_id, prompt, holds_when, due_at, speaker_id, speakerName }) => ({
        id,
        topic: await showTopicById(here, topic_id),
        prompt,
        // A condition that the sentence itself starts with would give nothing more.
        cue: holds_when && !prompt.toLowerCase().startsWith(holds_when.toLowerCase()) ? holds_when : null,
        dueAt: due_at,
        due: due_at !== null && due_at <= now,
        speaker: { id: speaker_id, name: speakerName },
      }),
    })
    return { exercises: page.rows, next: page.next }
  },
})
