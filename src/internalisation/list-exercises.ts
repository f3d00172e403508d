import { z } from 'zod'
import { byPage, next, pageOfList, pageRows, readingAct } from '../ba/index.ts'
import { shownTopic, shownVoice, showTopicById, topicNamed, topicRef, voiceOf } from '../knowledge/index.ts'
import { exercisesFrom } from './exercise-rows.ts'

/** Lists the caller's exercises: due ones first, then new ones, then later ones; private. */
export const listExercises = readingAct({
  name: 'list-exercises',
  says: 'Lists what you could recall, of one topic or all; only you see it.',
  may: 'reader',
  shows: ['exercise', 'card', 'topic', 'claim'],
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
        voice: shownVoice,
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
      show: async (row) => ({
        id: row.id,
        topic: await showTopicById(here, row.topic_id),
        prompt: row.prompt,
        // A condition with which the sentence starts adds nothing.
        cue:
          row.holds_when && !row.prompt.toLowerCase().startsWith(row.holds_when.toLowerCase()) ? row.holds_when : null,
        dueAt: row.due_at,
        due: row.due_at !== null && row.due_at <= now,
        voice: voiceOf(row, { id: row.source_id, name: row.sourceTitle || row.sourceName }),
      }),
    })
    return { exercises: page.rows, next: page.next }
  },
})
