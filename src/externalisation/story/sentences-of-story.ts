import type { ToldSentence } from '../keep-told.ts'
import { type Line, retellingOf } from './retelling.ts'

/** All that a story holds when it is finished. */
export interface Said {
  timeline: readonly Line[]
  replies: readonly string[]
  wordless: string | null
}

/**
 * A story as the sentences of its source, a paragraph for the timeline and for each reply. What happened is proposed as
 * having happened once, and stays whole; what is behind the decision, as what makes it hard.
 */
export function sentencesOfStory({ timeline, replies, wordless }: Said): ToldSentence[] {
  const happened = timeline.map(({ words }) => sentence(words, 0, 'once'))
  const behind = replies.flatMap((words, k) => retellingOf([words]).map((text) => sentence(text, k + 1, 'hard')))
  const shown = wordless === null ? [] : [sentence(oneLine(wordless), replies.length + 1, 'hard', 'shown')]
  return [...happened, ...behind, ...shown]
}

function sentence(text: string, paragraph: number, kind: 'once' | 'hard', sayable?: 'shown'): ToldSentence {
  const proposed = { statement: text, holdsWhen: null, kind }
  return { text, paragraph, proposed: sayable ? { ...proposed, sayable } : proposed }
}

const oneLine = (words: string) => words.trim().replace(/\s+/g, ' ')
