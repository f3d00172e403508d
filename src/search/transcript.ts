import type { Asking } from './asking.ts'
import type { Place, Sentence } from './places.ts'
import { turnsThatAnswer } from './turns-that-answer.ts'

/** A line of a transcript: `Mara: We drain it first.`, with or without a time. */
const TURN =
  /^\s*(?:[-*]\s+)?(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?\s+)?(?:\*\*)?(\p{L}[\p{L}\p{M}\p{N}.'’ -]{0,40}?)(?:\*\*)?\s*[:：](?:\*\*)?\s*(\S.*)$/u
/** The least number of turns of a transcript, and the least share of its lines that are turns. */
const [LEAST, SHARE] = [6, 0.6]

/** A turn in a conversation, with its speaker. */
export interface SaidTurn extends Sentence {
  speaker: string
}

/**
 * The turns of a transcript; undefined if the text is none. At least two people must speak more
 * than once.
 */
export function turnsIn(text: string): SaidTurn[] | undefined {
  const written = text
    .split(/\r?\n/)
    .flatMap((words, n) => (words.trim() ? [{ words: words.trim(), line: n + 1 }] : []))
  const turns = written.flatMap(({ words, line }): SaidTurn[] => {
    const speaker = TURN.exec(words)?.[1]
    return speaker ? [{ words, line, to: line, paragraph: line, speaker }] : []
  })
  const times = Map.groupBy(turns, ({ speaker }) => speaker)
  const speaking = [...times.values()].filter(({ length }) => length > 1).length
  return turns.length >= LEAST && turns.length >= SHARE * written.length && speaking >= 2 ? turns : undefined
}

/** The distance at which neighbouring turns count, and the most turns of an answer. */
const [AROUND, TOGETHER] = [2, 3]

/** The turn of a conversation that answers a question, with neighbours that answer it too. */
export function turnsAt(
  question: string,
  turns: readonly SaidTurn[],
  title: string,
  asking: Asking,
): Place<SaidTurn> | undefined {
  const ranked = turnsThatAnswer(question, turns)
  const [first] = ranked
  if (first === undefined) return undefined
  const near = (turn: number) => Math.abs(turn - first) <= AROUND
  const heard = turns.filter((_, turn) => near(turn)).map(({ words }) => words)
  const which = asking.whichIn([title, ...heard].join('\n'))
  const best = ranked.slice(0, TOGETHER).filter(near)
  const sentences = turns.slice(Math.min(...best), Math.max(...best) + 1)
  return { sentences, share: asking.shareOf(which), matched: which.size }
}
