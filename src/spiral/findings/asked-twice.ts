import type { AskedTwice, Message } from '../../externalisation/index.ts'
import { cutWhole } from '../../text/index.ts'
import { dayOf, type Finding } from './finding.ts'

const MOST_LETTERS = 90
const MOST_ANSWER = 600

/**
 * Finds questions of a chat that were asked and answered more than once, each with its fullest
 * answer. Only the author of that answer is asked whether to keep it; nobody is counted or
 * compared.
 */
export const askedTwiceFindings = (found: readonly AskedTwice[]): Finding[] =>
  found.map(findingOf).sort((a, b) => b.weight - a.weight || (a.line < b.line ? -1 : 1))

function findingOf({ askings, best, likeness }: AskedTwice): Finding {
  const [first, last] = [askings[0], askings.at(-1)] as [AskedTwice['askings'][0], AskedTwice['askings'][0]]
  const { message } = best
  return {
    kind: 'asked-twice',
    about: cut(first.question, MOST_LETTERS),
    line: `“${cut(first.question, MOST_LETTERS)}” was asked ${whenAsked(first.message, last.message)}, ${answered(askings, message)}`,
    words: [first.question, last.question, message.words],
    where: [first.message, last.message, message].map(whereSaid),
    button: 'Keep this?',
    questions: [
      `You answered this on ${dayOf(message.at)}: “${cut(message.words, MOST_ANSWER)}” Keep this, as your words?`,
    ],
    whom: message.by.name,
    ask: { id: message.by.id, name: message.by.name },
    weight: Math.min(1, 0.5 + likeness * 0.2 + Math.min(best.worth, 6) * 0.05),
  }
}

function whenAsked(one: Message, other: Message): string {
  const [early, late] = momentsOf(one.at, other.at)
  const alike = one.by.name === other.by.name ? 'another ' : ''
  const again = one.by.id === other.by.id ? 'again' : `by ${alike}${other.by.name}`
  return `by ${one.by.name} ${early} and ${again} ${late}`
}

/**
 * Formats two moments: “in March” and “in May”, or days within the same month; with years if these
 * differ.
 */
function momentsOf(one: string, other: string): [string, string] {
  const sameYear = one.slice(0, 4) === other.slice(0, 4)
  if (one.slice(0, 7) === other.slice(0, 7)) return [`on ${dayIn(one)}`, `on ${dayOf(other)}`]
  return sameYear
    ? [`in ${monthOf(one)}`, `in ${monthOf(other)}`]
    : [`in ${monthOf(one)} ${yearOf(one)}`, `in ${monthOf(other)} ${yearOf(other)}`]
}

const shown = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' })
  return (iso: string) => format.format(new Date(iso))
}
const monthOf = shown({ month: 'long' })
const yearOf = shown({ year: 'numeric' })
const dayIn = shown({ day: 'numeric', month: 'long' })

function answered(askings: AskedTwice['askings'], { by }: Message): string {
  const writers = new Set(askings.flatMap(({ answers }) => answers.map(({ message }) => message.by.id)))
  const times = askings.length === 2 ? 'twice' : 'each time'
  return writers.size === 1
    ? `and ${by.name} answered ${times}.`
    : `and answered ${times}; ${whose(by)} answer is the fuller one.`
}

/** An author without a name cannot be named. */
const whose = ({ name }: Message['by']) => (name === 'someone' ? 'one' : `${name}’s`)

const whereSaid = ({ where: { path, index } }: Message) => ({ path, fromLine: index + 1, toLine: index + 1 })

const cut = (text: string, most: number) => cutWhole(text.replace(/\s+/g, ' ').trim(), most)
