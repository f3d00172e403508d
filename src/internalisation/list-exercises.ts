import { z } from 'zod'
import { readingAct } from '../ba/index.ts'
import { shownTopic, shownVoice, showTopicById, topicNamed, topicRef, topicsNow, voiceOf } from '../knowledge/index.ts'
import { exercisesFor } from './exercise-rows.ts'

/** What I could recall: due ones first, then new ones, then those for later. Only I see this. */
export const listExercises = readingAct({
  name: 'list-exercises',
  says: 'Lists what you could recall, of one topic or all; only you see it.',
  may: 'reader',
  input: z.object({ topic: topicRef.optional() }),
  output: z.object({
    exercises: z.array(
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
  }),
  run: async (here, { topic: ref }) => {
    const { tx, space, me } = here
    const only = ref === undefined ? undefined : await topicNamed(here, ref)
    const now = await topicsNow(tx, space.id)
    const exercises = []
    for (const row of await exercisesFor(tx, space.id, me.id, [...here.areas.keys()])) {
      if (only && now(row.topic_id) !== only.id) continue
      exercises.push({
        id: row.id,
        topic: await showTopicById(here, row.topic_id),
        prompt: row.prompt,
        // A condition that the sentence itself starts with would give nothing more.
        cue:
          row.holds_when && !row.prompt.toLowerCase().startsWith(row.holds_when.toLowerCase()) ? row.holds_when : null,
        dueAt: row.due_at,
        due: row.due_at !== null && row.due_at <= here.now,
        voice: voiceOf(row, { id: row.source_id, name: row.sourceTitle || row.sourceName }),
      })
    }
    const order = (one: { due: boolean; dueAt: string | null }) => (one.due ? 0 : one.dueAt === null ? 1 : 2)
    return { exercises: exercises.sort((a, b) => order(a) - order(b)) }
  },
})
