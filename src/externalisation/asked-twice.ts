import { type Answer, answersTo, threadKey } from './chat-answers.ts'
import { questionIn } from './chat-question.ts'
import { areDifferent, likeness, termsOf, weigher } from './chat-terms.ts'
import type { Message } from './message.ts'

/** One occasion on which a question was asked and answered. */
export interface Asking {
  message: Message
  /** The sentence that asks. */
  question: string
  answers: Answer[]
}

/** A question answered on more than one occasion, earliest first, and its best answer. */
export interface AskedTwice {
  askings: Asking[]
  best: Answer
  /** The least likeness of any two occasions, 0 to 1. */
  likeness: number
}

/**
 * Alike by their own words. Of pairs of questions this alike, one in two hundred was not a
 * rephrasing.
 */
const SURE = 0.7
/** Alike if the answers are alike too, or share a link. */
const LIKELY = 0.4
const SAME_ANSWER = 0.3
const LEAST_SHARED = 2
/** Fewer shared words are not enough, unless there are no others. */
const MANY_SHARED = 3
/** The worth of an answer of under a dozen words with nothing else in its favour. */
const LEAST_WORTH = 0.48
/** Repetitions within a day are the same occasion. */
const APART_MS = 20 * 3_600_000

/**
 * Finds questions of a chat that were asked more than once and answered each time; prefers none to
 * a wrong one.
 */
export function askedTwice(messages: readonly Message[]): AskedTwice[] {
  const weigh = weigher(messages.map(({ words }) => termsOf(words)))
  const asked: Known[] = askingsIn(messages).map((asking) => ({
    ...asking,
    terms: questionTerms(asking),
    answerTerms: answerTerms(asking),
  }))
  const near = nearby(asked, weigh)
  const grouped = new Set<Known>()
  return asked.flatMap((first) => {
    if (grouped.has(first)) return []
    const group = [first]
    let least = 1
    for (const other of near(first)) {
      if (grouped.has(other)) continue
      // Compared with all members, so that a group does not drift.
      const like = Math.min(...group.map((one) => likenessOf(one, other, weigh)))
      if (like === 0) continue
      grouped.add(other)
      if (!isOtherTime(other, group)) continue
      group.push(other)
      least = Math.min(least, like)
    }
    const best = bestAnswer(group, weigh)
    return group.length > 1 && best ? [{ askings: group.map(withoutTerms), best, likeness: least }] : []
  })
}

const withoutTerms = ({ message, question, answers }: Asking): Asking => ({ message, question, answers })

interface Known extends Asking {
  terms: ReadonlySet<string>
  answerTerms: ReadonlySet<string>
}

function askingsIn(messages: readonly Message[]): Asking[] {
  const threads = Map.groupBy(
    messages.filter(({ thread }) => thread !== null),
    threadKey,
  )
  const channels = Map.groupBy(messages, ({ channel }) => channel)
  return [...channels.values()].flatMap((all) => {
    const spoken = all.filter(({ thread, key }) => thread === null || thread === key)
    const place = new Map(spoken.map((message, n) => [message, n]))
    return all.flatMap((message) => {
      const question = questionIn(message.words)
      if (question === null) return []
      const at = place.get(message)
      const around =
        at === undefined
          ? { before: [], after: [] }
          : { before: spoken.slice(Math.max(0, at - LOOK_BACK), at), after: spoken.slice(at + 1, at + 1 + LOOK_AHEAD) }
      const answers = answersTo(message, threads, around)
      return answers.length ? [{ message, question, answers }] : []
    })
  })
}

const LOOK_AHEAD = 20
const LOOK_BACK = 8
const MOST_TERMS = 40

/** The terms of a question; a short one also gets those of its message. */
function questionTerms({ question, message }: Asking): Set<string> {
  const asked = termsOf(question)
  return asked.size > SHORT
    ? asked
    : new Set([...asked, ...[...termsOf(message.words)].slice(0, MOST_TERMS)].slice(0, SHORT))
}

const SHORT = 6

const answerTerms = ({ answers }: Asking) =>
  new Set(answers.flatMap(({ message }) => [...termsOf(message.words), ...linksIn(message.words)]))

const linksIn = (words: string) =>
  (words.match(/https?:\/\/[^\s<>)"']+/g) ?? []).map((link) => link.replace(/(?<![.,;:])[.,;:]+$/, ''))

const isOtherTime = ({ message }: Asking, group: readonly Asking[]) =>
  group.every((one) => Math.abs(Date.parse(message.at) - Date.parse(one.message.at)) >= APART_MS)

function likenessOf(one: Known, other: Known, weigh: (term: string) => number): number {
  const shared = [...one.terms].filter((term) => other.terms.has(term)).length
  if (shared < LEAST_SHARED || kindOf(one) !== kindOf(other) || areDifferent(one.terms, other.terms)) return 0
  const like = likeness(one.terms, other.terms, weigh)
  const enough = shared >= MANY_SHARED || (shared === one.terms.size && shared === other.terms.size)
  if (like >= SURE && enough) return like
  return like >= LIKELY && answeredAlike(one, other, weigh) ? like : 0
}

/** Who, when and why are distinct kinds; how, where and what are used interchangeably. */
const kindOf = ({ question }: Asking): string => /^(?:who|whose|when|why)\b/i.exec(question)?.[0].toLowerCase() ?? 'how'

function answeredAlike(one: Known, other: Known, weigh: (term: string) => number): boolean {
  const sameLink = [...one.answerTerms].some((term) => term.includes('://') && other.answerTerms.has(term))
  return sameLink || likeness(one.answerTerms, other.answerTerms, weigh) >= SAME_ANSWER
}

const MOST_NEAR = 300

/** Candidates that share one of a question's four rarest terms. */
function nearby(asked: readonly Known[], weigh: (term: string) => number) {
  const holding = new Map<string, Known[]>()
  for (const one of asked) {
    for (const term of one.terms) {
      const same = holding.get(term)
      if (same) same.push(one)
      else holding.set(term, [one])
    }
  }
  return (one: Known): Known[] => {
    const telling = [...one.terms].sort((a, b) => weigh(b) - weigh(a)).slice(0, 4)
    const near = new Set(telling.flatMap((term) => holding.get(term)?.slice(0, MOST_NEAR) ?? []))
    near.delete(one)
    return [...near].sort((a, b) => (a.message.at < b.message.at ? -1 : 1))
  }
}

/** The best relevant answer by somebody who can still be asked to keep it. */
function bestAnswer(group: readonly Known[], weigh: (term: string) => number): Answer | null {
  const kept = group.flatMap((asking) =>
    asking.answers.filter(
      ({ message, reasons, worth }) =>
        !message.by.gone &&
        worth >= LEAST_WORTH &&
        (reasons.includes('about') || reasons.includes('thanked') || agrees(message, asking)),
    ),
  )
  return kept.sort((a, b) => b.worth - a.worth)[0] ?? null

  /** An answer similar to one on another occasion is on the subject. */
  function agrees({ words }: Message, asking: Known): boolean {
    const terms = termsOf(words)
    return group.some((other) => other !== asking && likeness(terms, other.answerTerms, weigh) >= SAME_ANSWER)
  }
}
