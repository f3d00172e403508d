import { z } from 'zod'
import { doubtOf, wordsSaid } from '../../pages/index.ts'
import type { Evidence } from './evidence.ts'

const MOST_SENTENCES = 300
/** The largest share of unsupported sentences in a usable answer. */
const MOST_MARKED = 0.5
const MOST_HEADING = 60

const sentence = z.object({ text: z.string(), cites: z.array(z.number()) })

/**
 * The form of a model's answer: sentences with the numbers of the evidence they cite; no Markdown
 * and no source names.
 */
export const answerForm = z.object({
  summary: sentence,
  blocks: z.array(z.object({ heading: z.string(), steps: z.boolean(), sentences: z.array(sentence) })),
})

/** A model's answer. */
export type Answer = z.output<typeof answerForm>

const kept = z.object({ text: z.string(), cites: z.array(z.string()) })

/**
 * The stored form of an answer: citations are keys of evidence, so that it can be checked again at
 * any time.
 */
export const draftForm = z.object({
  summary: kept,
  blocks: z.array(z.object({ heading: z.string(), steps: z.boolean(), sentences: z.array(kept) })),
})

/** A page written by a model. */
export type Draft = z.output<typeof draftForm>

/** Why an answer is unusable, or null. */
export function wrongIn(
  answer: Answer,
  evidence: readonly Evidence[],
  title: string,
): 'nonsense' | 'unsupported' | null {
  const draft = draftOf(answer, evidence, title)
  const sentences = draft.blocks.flatMap((block) => block.sentences)
  if (sentences.length === 0 || sentences.length > MOST_SENTENCES) return 'nonsense'
  const cited = citedBy(evidence)
  const marked = sentences.filter((one) => doubtOf(one.text, cited(one.cites), title) !== null)
  return marked.length > sentences.length * MOST_MARKED ? 'unsupported' : null
}

/** Returns a function that gives the texts of evidence by key. */
export function citedBy(evidence: readonly Evidence[]): (keys: readonly string[]) => string[] {
  const texts = new Map(evidence.map(({ key, text }) => [key, text]))
  return (keys) => keys.flatMap((key) => texts.get(key) ?? [])
}

/**
 * Converts an answer to a draft: unknown numbers are dropped, and so are headings with words that
 * are not in the evidence.
 */
export function draftOf(answer: Answer, evidence: readonly Evidence[], title: string): Draft {
  const known = new Set([title, PLAIN, ...evidence.map(({ text }) => text)].flatMap((text) => wordsSaid(text).stems))
  const own = ({ text, cites }: Answer['summary']) => ({
    text: plain(text).slice(0, 2000),
    cites: [...new Set(cites)].flatMap((n) => evidence[n - 1]?.key ?? []),
  })
  const heading = (text: string) => {
    const words = plain(text).replace(/[.:]$/, '')
    return words.length <= MOST_HEADING && wordsSaid(words).stems.every((stem) => known.has(stem)) ? words : ''
  }
  const blocks = answer.blocks.map((block) => ({
    heading: heading(block.heading),
    steps: block.steps,
    sentences: block.sentences.map(own).filter(({ text }) => text),
  }))
  return { summary: own(answer.summary), blocks: blocks.filter(({ sentences }) => sentences.length > 0) }
}

/** Words that a heading may use besides those of the evidence. */
const PLAIN =
  'What it is, how it works, when it gets hard, why it matters, steps, before you begin, who, background, overview, examples, limits'

/** Joins a text to one line, without control characters. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/\p{C}/gu, '').trim()

/**
 * Keeps the valid sentences of a draft. A sentence that cites withdrawn or corrected evidence is
 * dropped, since its words may be those.
 */
export function standing(draft: Draft, evidence: readonly Evidence[]): Draft {
  const keys = new Set(evidence.map(({ key }) => key))
  const stands = ({ cites }: Draft['summary']) => cites.every((key) => keys.has(key))
  const blocks = draft.blocks.map((block) => ({ ...block, sentences: block.sentences.filter(stands) }))
  return {
    summary: stands(draft.summary) ? draft.summary : { text: '', cites: [] },
    blocks: blocks.filter(({ sentences }) => sentences.length > 0),
  }
}
