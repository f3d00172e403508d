import { wholeWords } from '../analyse.ts'
import { onlyAsks } from '../language.ts'
import { AROUND, ASKS, EMPTY, FRAMES, type Wants } from './question-words.ts'

/** A parsed question: the kind of thing it wants, and the words of its subject. */
export interface Question {
  wants: Wants | null
  /** Words as `wordsOf` gives them; in scripts without spaces, runs of characters. */
  content: ContentWord[]
  /** Whether it asks for a known thing, as in *what is the password*, which any value answers. */
  known: boolean
}

/** A word of a question's subject. */
export interface ContentWord {
  word: string
  /** Whether it is of a script without spaces and matched literally. */
  run: boolean
}

/** A definition has at most this many subject words; more ask for a detail. */
const FEW = 3

/** Parses a question in six languages; other text wants nothing and is all subject. */
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

/** Signs that open a question or a quote. */
const BEGINS = /^[\s¿¡"“„«「]+/u
const RUN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ーｰ]+/gu
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u

function contentIn(text: string, wants: Wants | null): ContentWord[] {
  const frame = wants === null ? undefined : FRAMES[wants]
  const runs = runsIn(text)
  const spaced = wholeWords(text.replace(RUN, ' '))
    .map(({ word }) => word)
    .filter((word) => !onlyAsks(word) && !EMPTY.has(word) && !frame?.has(word))
  return [...new Set(spaced)].map((word) => ({ word, run: false })).concat(runs.map((word) => ({ word, run: true })))
}

/** In Japanese the runs that are not hiragana; in Chinese those between function words. */
function runsIn(text: string): string[] {
  const bare = text.replace(ASKED_RUNS, ' ').replace(KANA.test(text) ? /\p{sc=Hiragana}+/gu : SMALL_RUNS, ' ')
  return [...new Set(bare.match(RUN) ?? [])]
}

const ASKED_RUNS =
  /何曜日|何時間?|何分|何日|何秒|何週間?|何[個人台件回本枚度]|誰|何|所要時間|時間|多长时间|什么时候|为什么|什么|多久|何时|几点|哪里|哪儿|哪个|多少|怎么|如何|几个|谁|需要/gu
const SMALL_RUNS = /我们|你们|他们|可以|应该|[的了吗呢吧是在有我你他她它和与个会能要请把被到对]/gu
