import type { ToldSentence } from '../keep-told.ts'
import { type Line, retellingOf } from './retelling.ts'

/** All that a story holds when it is finished. */
export interface Said {
  timeline: readonly Line[]
  replies: readonly { asks: string; words: string }[]
  wordless: string | null
}

/**
 * A story as the sentences of its source, a paragraph for the timeline and for each reply. What happened is proposed as
 * having happened once, and stays whole; what is behind the decision, as what makes it hard.
 */
export function sentencesOfStory({ timeline, replies, wordless }: Said): ToldSentence[] {
  const happened = timeline.map(({ words }) => sentence(words, 0, 'once'))
  const behind = replies.flatMap(({ asks, words }, k) =>
    retellingOf([words]).map((text, n) => sentence(text, k + 1, 'hard', n === 0 ? withQuestion(asks, text) : text)),
  )
  const shown = wordless === null ? [] : [sentence(oneLine(wordless), replies.length + 1, 'hard')]
  return [...happened, ...behind, ...shown.map((one) => ({ ...one, proposed: asShown(one.proposed) }))]
}

function sentence(text: string, paragraph: number, kind: 'once' | 'hard', statement = text): ToldSentence {
  return { text, paragraph, proposed: { statement, holdsWhen: null, kind } }
}

const asShown = (proposed: ToldSentence['proposed']) => proposed && { ...proposed, sayable: 'shown' as const }

/** An answer read without its question may say the opposite; where both are in one language they stand together. */
const withQuestion = (asks: string, text: string) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? text : `${asks} ${text}`

const oneLine = (words: string) => words.trim().replace(/\s+/g, ' ')
