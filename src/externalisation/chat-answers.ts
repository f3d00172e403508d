import { sentencesIn } from '../text/index.ts'
import { questionIn } from './chat-question.ts'
import { termsOf } from './chat-terms.ts'
import type { Message } from './message.ts'

/** An answer, its worth and the reasons for it. */
export interface Answer {
  message: Message
  /** The sum of its reasons; comparable among answers to one question only. */
  worth: number
  reasons: AnswerReason[]
}

/** The reasons in favour of an answer. */
export type AnswerReason = 'thanked' | 'about' | 'signs' | 'link' | 'code' | 'steps' | 'full'

const MINUTE = 60_000
/** A question without a reply within this time was left unanswered. */
const FIRST_WITHIN = 60 * MINUTE
/** A silence of this length ends a conversation. */
const SILENCE = 20 * MINUTE
const MOST_AFTER = 12
const MOST_REPLIES = 60
const DAY_LONG = 7 * 24 * 60 * MINUTE

/** The messages of the channel before and after a question. */
export interface Around {
  before: readonly Message[]
  after: readonly Message[]
}

/**
 * The answers to a question, best first: those of its thread, or the next messages of the channel.
 */
export function answersTo(question: Message, threads: ReadonlyMap<string, Message[]>, channel: Around): Answer[] {
  const thread = threads.get(threadKey(question)) ?? []
  const replies = thread.filter(({ at }) => at > question.at && Date.parse(at) - Date.parse(question.at) < DAY_LONG)
  const talk = replies.length > 0 ? replies.slice(0, MOST_REPLIES) : question.thread ? [] : talkAfter(question, channel)
  const answers = talk.flatMap((message, n) => {
    const isOne = message.by.id !== question.by.id && isAnswer(message.words)
    return isOne ? [answerOf(message, question, talk.slice(n + 1))] : []
  })
  return answers.sort((a, b) => b.worth - a.worth)
}

/** The key of a message's thread, unique across channels. */
export const threadKey = ({ channel, thread, key }: Message): string => `${channel} ${thread ?? key}`

/**
 * The messages after a question until the conversation moves on: a silence, another question, or
 * somebody else addressed.
 */
function talkAfter(question: Message, { before, after }: Around): Message[] {
  const talk: Message[] = []
  const asked = termsOf(question.words)
  let last = Date.parse(question.at)
  // People who were talking before may continue with something else.
  const busy = new Set(before.filter(({ at }) => last - Date.parse(at) < SILENCE).map(({ by }) => by.id))
  for (const message of after.slice(0, MOST_AFTER)) {
    const at = Date.parse(message.at)
    if (at - last > (talk.length ? SILENCE : FIRST_WITHIN)) break
    const own = message.by.id === question.by.id
    if (own ? talk.length > 0 && questionIn(message.words) : movesOn(message, question)) break
    last = at
    if (own || belongs(message, question, asked, talk, busy)) talk.push(message)
  }
  // If somebody addresses the asker, the others talk to somebody else.
  const named = new Set(talk.filter(({ mentions }) => mentions.includes(question.by.id)).map(({ by }) => by.id))
  return named.size ? talk.filter(({ by }) => named.has(by.id) || by.id === question.by.id) : talk
}

const movesOn = ({ words, mentions }: Message, { by }: Message) =>
  !mentions.includes(by.id) && questionIn(words) !== null

/** Whether a message addresses the asker, shares a term with the question, or is the next reply. */
function belongs(
  { mentions, words, by }: Message,
  question: Message,
  asked: Set<string>,
  talk: Message[],
  busy: ReadonlySet<string>,
): boolean {
  if (mentions.length > 0)
    return mentions.includes(question.by.id) || mentions.every((id) => question.mentions.includes(id))
  if (sharesTerm(asked, words)) return true
  return talk.some((one) => one.by.id === by.id) || (talk.length === 0 && !busy.has(by.id))
}

const NONE =
  /^(?:\W*(?:same (?:here|question|problem)|me (?:too|neither)|\+1|no idea|not sure|good question|i (?:do not|don'?t) know|idk|dunno|following|let me (?:check|look|see|ask)|i(?:'ll| will) (?:check|look|ask|find)|checking|one (?:sec|moment)|did you|have you|ask |maybe ask|try asking|you(?:'d| would| should)? (?:better )?ask|any update|hm+|lol|haha)\b)/i
const LEAST_WORDS = 6

/** Asks for help itself. */
const WANTING =
  /\b(?:(?:was|am|i'm) wondering|(?:can|could) (?:some|any)(?:one|body) (?:please )?help|(?:need|want)s?(?: some)? help|help me)\b/i

function isAnswer(words: string): boolean {
  if (NONE.test(words) || WANTING.test(words)) return false
  const plain = words.trim()
  if (sentencesIn(plain, { uncapitalised: true }).every(({ text }) => /[?？]$/.test(text))) return false
  return wordsIn(plain) >= LEAST_WORDS || LINK.test(plain) || CODE.test(plain)
}

const LINK = /https?:\/\/\S/
const CODE = /`[^`]+`/
const STEP = /^\s{0,20}(?:\d{1,3}[.)]|[-*•])\s+\S/
const THANKS =
  /\b(?:thanks|thank you|thx|ty|cheers|perfect|brilliant|awesome|that (?:worked|did it|helped|was it)|works now|it works|worked|solved|danke|merci|gracias)\b|ありがと|:(?:pray|tada|raised_hands|white_check_mark|heavy_check_mark):/i
const GOOD =
  /^(?:\+1|thumbsup|white_check_mark|heavy_check_mark|pray|heart|tada|raised_hands|100|clap|star|bow|ok_hand|thanks?|ty)/
const LETTERS_A_WORD = 3

/** Han and kana count as a third of a word each. */
const wordsIn = (text: string) =>
  text.split(/\s+/).filter(Boolean).length +
  Math.floor((text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0) / LETTERS_A_WORD)

const FULL = 25

function answerOf(message: Message, question: Message, later: readonly Message[]): Answer {
  const { words, signs } = message
  const size = wordsIn(words)
  const found: Record<AnswerReason, number> = {
    // The asker's thanks outweigh everything else.
    thanked: isThanked(message, question, later) ? 3 : 0,
    about: isAbout(message, question) ? 1 : 0,
    signs: signs.some(({ name, by }) => GOOD.test(name) && by.some((id) => id !== message.by.id)) ? 1 : 0,
    link: LINK.test(words) ? 1 : 0,
    code: CODE.test(words) ? 1 : 0,
    steps: hasSteps(words) ? 1 : 0,
    full: size >= FULL ? 1 : 0,
  }
  const reasons = (Object.keys(found) as AnswerReason[]).filter((one) => found[one] > 0)
  const points = Object.values(found).reduce((sum, one) => sum + one, 0)
  return { message, reasons, worth: points + Math.min(2, size / FULL) }
}

const hasSteps = (words: string) => words.split('\n').filter((line) => STEP.test(line)).length > 1

/**
 * Whether an answer is in the question's thread, addresses the asker, or shares a term; not merely
 * next.
 */
const isAbout = ({ thread, mentions, words }: Message, question: Message): boolean =>
  thread !== null || mentions.includes(question.by.id) || sharesTerm(termsOf(question.words), words)

const sharesTerm = (asked: ReadonlySet<string>, words: string) => [...termsOf(words)].some((term) => asked.has(term))

/**
 * Whether the asker thanked for an answer: by a reaction, by name, or before anybody else answered.
 */
function isThanked(answer: Message, question: Message, later: readonly Message[]): boolean {
  if (answer.signs.some(({ name, by }) => GOOD.test(name) && by.includes(question.by.id))) return true
  const next = later.findIndex(({ by }) => by.id !== answer.by.id && by.id !== question.by.id)
  return later.some(
    ({ by, words, mentions }, n) =>
      by.id === question.by.id &&
      THANKS.test(words) &&
      (mentions.includes(answer.by.id) || (mentions.length === 0 && (next === -1 || n < next))),
  )
}
