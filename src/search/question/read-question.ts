import { wordsOf } from '../analyse.ts'
import { onlyAsks } from '../language.ts'
import { AROUND, ASKS, EMPTY, FRAMES, type Wants } from './question-words.ts'

/** What somebody asks: what kind of thing would answer it, and the words that say what it is about. */
export interface Question {
  wants: Wants | null
  /** A word as `wordsOf` gives it; of scripts without spaces, a run of characters as it stands. */
  content: ContentWord[]
  /** Whether it asks for one that is known, as in *what is the password*: then what it is may be anything. */
  known: boolean
}

/** A word that says what a question is about. */
export interface ContentWord {
  word: string
  /** Whether it is of a script without spaces, and is sought as it stands. */
  run: boolean
}

/** The few words of a question that are asked for what something is; more of them ask for something about it. */
const FEW = 3

/** Reads what a question wants to hear, in six languages; what is no question wants nothing, and is about all its words. */
export function readQuestion(asked: string): Question {
  const text = asked.normalize('NFKC').replace(BEGINS, '').trim().toLowerCase()
  const wants = ASKS.find(({ as }) => as.test(text))?.wants ?? null
  const content = contentIn(text, wants)
  const known =
    /^(?:what|what's|was|qu|qué|cuál)\b.{0,12}?\b(?:the|our|der|die|das|unser|unsere|le|la|les|el|los|las|notre|nuestro)\s/u.test(
      text,
    )
  const vague = wants === 'definition' && (content.length > FEW || AROUND.test(text))
  return { wants: vague ? null : wants, content, known }
}

/** What stands before a question in some languages, or is quoted. */
const BEGINS = /^[\s¿¡"“„«「]+/u
const RUN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ーｰ]+/gu
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u

function contentIn(text: string, wants: Wants | null): ContentWord[] {
  const frame = wants === null ? undefined : FRAMES[wants]
  const runs = runsIn(text)
  const spaced = [...wordsOf(text.replace(RUN, ' '))]
    .map(({ word }) => word)
    .filter((word) => !onlyAsks(word) && !EMPTY.has(word) && !frame?.has(word))
  return [...new Set(spaced)].map((word) => ({ word, run: false })).concat(runs.map((word) => ({ word, run: true })))
}

/** Of Japanese what stands in other letters than those that join words; of Chinese what is between small words. */
function runsIn(text: string): string[] {
  const bare = text.replace(ASKED_RUNS, ' ').replace(KANA.test(text) ? /\p{sc=Hiragana}+/gu : SMALL_RUNS, ' ')
  return [...new Set(bare.match(RUN) ?? [])]
}

const ASKED_RUNS =
  /何曜日|何時間?|何分|何日|何秒|何週間?|何[個人台件回本枚度]|誰|何|所要時間|時間|多长时间|什么时候|为什么|什么|多久|何时|几点|哪里|哪儿|哪个|多少|怎么|如何|几个|谁|需要/gu
const SMALL_RUNS = /我们|你们|他们|可以|应该|[的了吗呢吧是在有我你他她它和与个会能要请把被到对]/gu
