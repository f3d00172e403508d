import type { Costly } from '../../ba/index.ts'
import { costOfReading } from '../../text/index.ts'
import { compose } from '../compose/index.ts'
import { type Ingredients, toCompose } from './ingredients.ts'
import { mergePage } from './merge-page.ts'
import { takesInPassages } from './takes-in.ts'
import { type ChosenPage, choosePage } from './written/choose-page.ts'

/** A compiled page: its text, the base of its next merge, and what it was made from. */
export interface Compiled {
  text: string
  base: string
  sources: readonly string[]
  written: ChosenPage
}

/** Costly work: composes a topic's page, and merges it with what people wrote there. */
export const composing: Costly<{ read: Ingredients; now: string }, Compiled | null> = {
  name: 'composing',
  size: ({ read: { passages, claims, page } }) =>
    costOfReading(
      page?.markdown ?? '',
      page?.base ?? '',
      ...passages.map(({ text }) => text),
      ...claims.map(({ statement }) => statement),
    ),
  work: ({ read, now }) => compiledText(read, now),
}

/** Composes and merges the page; null if there is nothing to write and no page to clear. */
function compiledText(read: Ingredients, now: string): Compiled | null {
  const { topic, page, writing, modelOn } = read
  const made = toCompose(read)
  if (made.said.length + made.passages.length === 0 && !page?.base) return null
  const composed = compose(made)
  // Without any quotable text no page is created.
  if (composed.sources.length === 0 && !page) return null
  const written = choosePage(made, composed, writing, modelOn)
  const merged = mergePage({
    title: topic.title,
    composed: written.page ?? composed,
    current: page?.markdown ?? null,
    base: page?.base ?? '',
    now,
    fields: written.fields,
    onlySaid: !takesInPassages(page),
  })
  return { ...merged, sources: (written.page ?? composed).sources, written }
}
