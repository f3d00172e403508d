import { type Answer, answersTo, threadKey } from './chat-answers.ts'
import { questionIn } from './chat-question.ts'
import { areApart, likeness, termsOf, weigher } from './chat-terms.ts'
import type { Message } from './message.ts'

/** One time that a question was asked and answered. */
export interface Asking {
  message: Message
  /** The sentence that asks. */
  question: string
  answers: Answer[]
}

/** A question that was asked and answered on more than one occasion, the earliest first, and the fullest answer. */
export interface AskedTwice {
  askings: Asking[]
  best: Answer
  /** How alike the two that are least alike are, 0 to 1. */
  likeness: number
}

/** Alike enough by their own words. Of pairs of rephrased questions as alike as this, one in two hundred was none. */
const SURE = 0.7
/** Alike enough where what was answered is alike too, or holds the same link. */
const LIKELY = 0.4
const SAME_ANSWER = 0.3
const LEAST_SHARED = 2
/** So few words shared say too little by themselves, unless nothing else is said. */
const MANY_SHARED = 3
/** An answer of fewer than a dozen words, for which nothing else speaks, is not worth keeping. */
const LEAST_WORTH = 0.48
/** Asked again within a day it is the same asking. */
const APART_MS = 20 * 3_600_000

/** Finds the questions of a chat that were asked more than once and answered each time. Better none than a wrong one. */
export function askedTwice(messages: readonly Message[]): AskedTwice[] {
  const weigh = weigher(messages.map(({ words }) => termsOf(words)))
  const asked: Known[] = askingsIn(messages).map((asking) => ({
    ...asking,
    terms: questionTerms(asking),
    told: answerTerms(asking),
  }))
  const near = nearby(asked, weigh)
  const taken = new Set<Known>()
  return asked.flatMap((first) => {
    if (taken.has(first)) return []
    const group = [first]
    let least = 1
    for (const other of near(first)) {
      if (taken.has(other)) continue
      // Each is compared with all before it, so that a group does not drift.
      const like = Math.min(...group.map((one) => sameness(one, other, weigh)))
      if (like === 0) continue
      taken.add(other)
      if (!isOtherTime(other, group)) continue
      group.push(other)
      least = Math.min(least, like)
    }
    const best = fullest(group, weigh)
    return group.length > 1 && best ? [{ askings: group.map(asIs), best, likeness: least }] : []
  })
}

const asIs = ({ message, question, answers }: Asking): Asking => ({ message, question, answers })

interface Known extends Asking {
  terms: ReadonlySet<string>
  told: ReadonlySet<string>
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

/** What is asked; where that is short, with what was said around it. */
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

function sameness(one: Known, other: Known, weigh: (term: string) => number): number {
  const shared = [...one.terms].filter((term) => other.terms.has(term)).length
  if (shared < LEAST_SHARED || kindOf(one) !== kindOf(other) || areApart(one.terms, other.terms)) return 0
  const like = likeness(one.terms, other.terms, weigh)
  const enough = shared >= MANY_SHARED || (shared === one.terms.size && shared === other.terms.size)
  if (like >= SURE && enough) return like
  return like >= LIKELY && answeredAlike(one, other, weigh) ? like : 0
}

/** Who and when, and why, ask for something else than how, where and what, which people ask for one another. */
const kindOf = ({ question }: Asking): string => /^(?:who|whose|when|why)\b/i.exec(question)?.[0].toLowerCase() ?? 'how'

function answeredAlike(one: Known, other: Known, weigh: (term: string) => number): boolean {
  const sameLink = [...one.told].some((term) => term.includes('://') && other.told.has(term))
  return sameLink || likeness(one.told, other.told, weigh) >= SAME_ANSWER
}

const MOST_NEAR = 300

/** Those that share one of a question's most telling terms; not the many that share what everybody says. */
function nearby(asked: readonly Known[], weigh: (term: string) => number) {
  const holding = new Map<string, Known[]>()
  for (const one of asked) {
    for (const term of one.terms) {
      const there = holding.get(term)
      if (there) there.push(one)
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

/** The fullest answer to the point, by somebody who can still be asked whether to keep it. */
function fullest(group: readonly Known[], weigh: (term: string) => number): Answer | null {
  const kept = group.flatMap((asking) =>
    asking.answers.filter(
      ({ message, reasons, worth }) =>
        !message.by.gone &&
        worth >= LEAST_WORTH &&
        (reasons.includes('about') || reasons.includes('thanked') || agrees(message, asking)),
    ),
  )
  return kept.sort((a, b) => b.worth - a.worth)[0] ?? null

  /** What was said at another time too was no talk of something else. */
  function agrees({ words }: Message, asking: Known): boolean {
    const terms = termsOf(words)
    return group.some((other) => other !== asking && likeness(terms, other.told, weigh) >= SAME_ANSWER)
  }
}
