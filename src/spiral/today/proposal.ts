import { z } from 'zod'
import { type HereIAm, peopleOf, Refusal } from '../../ba/index.ts'
import { questionById, shownTopic, showTopicById, topicNamed } from '../../knowledge/index.ts'
import type { Proposal } from '../../ledger/index.ts'

/** The most characters of a value, and the most values, that are shown; no act has more fields. */
const [MOST, MOST_FIELDS] = [20_000, 20]

/** A proposal as its person sees it before deciding: its complete input. */
export const shownProposal = z.object({
  id: z.string(),
  agent: z.string(),
  act: z.string(),
  topic: shownTopic.nullable(),
  /** `more` characters of a very long value are not shown. */
  fields: z.array(z.object({ field: z.string(), value: z.string(), more: z.number() })).max(MOST_FIELDS),
  at: z.string(),
})

/** Converts a proposal to output; ids become names, if the caller may see them. */
export async function showProposal(here: HereIAm, row: Proposal): Promise<z.input<typeof shownProposal>> {
  const input = JSON.parse(row.input) as Record<string, unknown>
  const fields = []
  for (const [field, value] of Object.entries(input).slice(0, MOST_FIELDS)) {
    const whole = await plainly(here, field, value)
    fields.push({ field, value: whole.slice(0, MOST), more: Math.max(0, whole.length - MOST) })
  }
  return { id: row.id, agent: row.agent, act: row.act, topic: await topicOf(here, input), fields, at: row.made_at }
}

async function topicOf(here: HereIAm, { topic, question }: Record<string, unknown>) {
  if (typeof question === 'string') {
    const found = await questionSeen(here, question)
    return found ? showTopicById(here, found.topic_id) : null
  }
  const found = typeof topic === 'string' && (await topicSeen(here, topic))
  return found ? showTopicById(here, found.id) : null
}

async function plainly(here: HereIAm, field: string, value: unknown): Promise<string> {
  if (typeof value !== 'string') return JSON.stringify(value, null, 1)
  if (field === 'topic') return (await topicSeen(here, value))?.title ?? value
  if (field === 'question') return (await questionSeen(here, value))?.words ?? value
  if (['of', 'to', 'with', 'person'].includes(field)) {
    return (await peopleOf(here.tx, here.space.id)).find(({ id }) => id === value)?.name ?? value
  }
  return value
}

async function questionSeen({ tx, space, areas }: HereIAm, id: string) {
  const question = await questionById(tx, space.id, id)
  return question && areas.has(question.area_id) ? question : undefined
}

async function topicSeen(here: HereIAm, ref: string) {
  try {
    return await topicNamed(here, ref)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
