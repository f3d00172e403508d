import { z } from 'zod'
import { areaNamed, byPage, type HereIAm, line, next, pageOfList, pageRows, readingAct } from '../ba/index.ts'
import { firstSentence } from './first-sentence.ts'
import { shownTopic, showTopic } from './topic.ts'
import { openQuestionsOn, topicsFitting, topicsFrom } from './topic-list-rows.ts'

/** Lists the topics that the caller may see, by title. */
export const listTopics = readingAct({
  name: 'list-topics',
  says: 'Lists the topics you may see, by title; with words, those whose titles have them, what begins with them first.',
  may: 'reader',
  tool: 'of-all',
  shows: ['topic', 'page', 'area', 'question', 'source', 'claim'],
  input: z.object({ words: z.string().max(200).optional(), area: line(80).optional(), ...byPage }),
  output: z.object({
    topics: pageRows(shownTopic.extend({ summary: z.string().nullable(), openQuestions: z.number() })),
    next,
  }),
  run: async (here, { words = '', area, ...asked }) => {
    const areas = area === undefined ? [...here.areas.keys()] : [areaNamed(here, area).id]
    const page = await pageOfList(asked, {
      from: [-1, '', ''] as Position,
      rows: (after, limit) => topicsWith(here, areas, words, after, limit),
      place: ({ rank, folded, id }) => [Number(rank), folded, id],
      show: (topic) => ({
        ...showTopic(here, topic),
        summary: topic.summary || (firstSentence(topic.beginning ?? '') ?? ''),
        openQuestions: topic.openQuestions,
      }),
    })
    return { topics: page.rows, next: page.next }
  },
})

/** A position: the rank of the match, the folded title, the id. */
type Position = [rank: number, folded: string, id: string]

async function topicsWith(
  { tx, space }: HereIAm,
  areas: string[],
  words: string,
  [rank, folded, id]: Position,
  limit: number,
) {
  const from = { rank, folded, id }
  const topics = words.trim()
    ? await topicsFitting(tx, space.id, areas, words, from, limit)
    : await topicsFrom(tx, space.id, areas, from, limit)
  const open = await openQuestionsOn(
    tx,
    space.id,
    topics.map(({ id }) => id),
  )
  return topics.map((topic) => ({ ...topic, openQuestions: open.get(topic.id) ?? 0 }))
}
