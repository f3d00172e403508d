/** A sentence, and where in its text it begins. */
export interface TextSentence {
  text: string
  at: number
}

/** How a text is written, where its sentences end otherwise. */
export interface Written {
  /** A chat: a small letter begins a sentence, too. */
  uncapitalised?: boolean
}

// The rules are Unicode's for every script; no language of the machine changes them.
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const words = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * The sentences of a text by Unicode's rules (UAX #29), without the space around them. Beyond those rules, abbreviations
 * and initials end none, and the Markdown marks and note numbers behind a full stop belong to it: `**Done.** Next`.
 */
export const sentencesIn = (text: string, written: Written = {}): TextSentence[] => [...eachSentence(text, written)]

/** The first sentence of a text; the rest is not read. Empty where there is none. */
export const firstSentenceIn = (text: string): string => eachSentence(text).next().value?.text ?? ''

function* eachSentence(text: string, written: Written = {}): Generator<TextSentence, undefined> {
  for (const { segment, index } of sentences.segment(forSegmenter(text, written))) {
    const whole = text.slice(index, index + segment.length)
    const said = whole.trim()
    if (said) yield { text: said, at: index + whole.indexOf(said) }
  }
}

const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:e\.g|i\.e|etc|vs|cf|approx|incl|[Ee]x|Mrs?|Ms|Dr|St|\p{Lu}|[Nn]o(?=\.\s+\d))\.(?=\s)/gu
/** Full stops and their like, what closes behind them, and what follows without a space. */
const STOP = /([.!?…]+)((?:["”’)\]*_`~]|\[\^?\d{1,3}\])*)(?=(\S)?)/g
const NUMBER_FIRST = /(?<=\.\)*\s{1,2})\d/g
const OPENING = /(?<=[。！？][\p{Pe}\p{Pf}]{0,9})[\p{Ps}\p{Pi}]/gu

/** The text with other characters, as many, where the segmenter's rules know nothing of how people write. */
const forSegmenter = (text: string, { uncapitalised }: Written): string =>
  text
    .replace(ABBREVIATION, (all) => `${all.slice(0, -1)},`)
    .replace(STOP, (all, stops: string, closers: string, follows = '') => {
      // `?` in an address ends nothing; between characters that are written without spaces it does.
      if (closers ? follows : /[!-~]/.test(follows)) return ','.repeat(all.length)
      // After `.` the segmenter goes on before a small letter, after `!` it never does.
      const stop = uncapitalised ? '!' : '.'
      return stop.repeat(stops.length) + ')'.repeat(closers.length)
    })
    .replace(NUMBER_FIRST, 'A')
    .replace(OPENING, '一')

const ENDED = /[.!?…。！？]["”’」』）)]*$/

/** Whether a sentence has its end: a full stop or its like, and what closes behind it. */
export const isEnded = (sentence: string): boolean => ENDED.test(sentence)

/** The words of a text in any script, and what stands between them. */
export const wordSegments = (text: string): Iterable<Intl.SegmentData> => words.segment(text)
