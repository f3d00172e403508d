import type { ToldSentence } from '../keep-told.ts'
import { type Line, retellingOf } from './retelling.ts'

/** The content of a finished story. */
export interface StoryContent {
  timeline: readonly Line[]
  replies: readonly { asks: string; words: string }[]
  wordless: string | null
}

/**
 * The sentences of a story's source, one paragraph for the timeline and one for each reply. Events
 * are proposed as having happened once, replies as what makes the decision hard.
 */
export function sentencesOfStory({ timeline, replies, wordless }: StoryContent): ToldSentence[] {
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

/**
 * A reply without its question may read as the opposite, so they are joined if in the same
 * language.
 */
const withQuestion = (asks: string, text: string) =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text) ? text : `${asks} ${text}`

const oneLine = (words: string) => words.trim().replace(/\s+/g, ' ')
