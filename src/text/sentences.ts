/** A sentence and its offset in the text. */
export interface TextSentence {
  text: string
  at: number
}

/** The style of a text, as far as it changes where sentences end. */
export interface TextStyle {
  /** In a chat, a lower-case letter may begin a sentence. */
  uncapitalised?: boolean
}

// Unicode's sentence rules hold for every script; the machine's locale does not change them.
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const words = new Intl.Segmenter('en', { granularity: 'word' })

/**
 * Splits a text into sentences by Unicode's rules (UAX #29), trimmed. Beyond those rules,
 * abbreviations and initials do not end a sentence, and Markdown marks and note numbers after a
 * full stop belong to it: `**Done.** Next`.
 */
export const sentencesIn = (text: string, style: TextStyle = {}): TextSentence[] => [...eachSentence(text, style)]

/** The first sentence of a text, or an empty string; the rest is not read. */
export const firstSentenceIn = (text: string): string => eachSentence(text).next().value?.text ?? ''

function* eachSentence(text: string, style: TextStyle = {}): Generator<TextSentence, undefined> {
  for (const { segment, index } of sentences.segment(forSegmenter(text, style))) {
    const whole = text.slice(index, index + segment.length)
    const trimmed = whole.trim()
    if (trimmed) yield { text: trimmed, at: index + whole.indexOf(trimmed) }
  }
}

const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:e\.g|i\.e|etc|vs|cf|approx|incl|[Ee]x|Mrs?|Ms|Dr|St|\p{Lu}|[Nn]o(?=\.\s+\d))\.(?=\s)/gu
/**
 * Full stops and the like, the closing marks after them, and the next character if no space
 * precedes it.
 */
const STOP = /([.!?…]+)((?:["”’)\]*_`~]|\[\^?\d{1,3}\])*)(?=(\S)?)/g
const NUMBER_FIRST = /(?<=\.\)*\s{1,2})\d/g
const OPENING = /(?<=[。！？][\p{Pe}\p{Pf}]{0,9})[\p{Ps}\p{Pi}]/gu

/** Replaces characters one for one, so that the segmenter's rules fit how people write. */
const forSegmenter = (text: string, { uncapitalised }: TextStyle): string =>
  text
    .replace(ABBREVIATION, (all) => `${all.slice(0, -1)},`)
    .replace(STOP, (all, stops: string, closers: string, follows = '') => {
      // `?` inside an address ends nothing; in scripts written without spaces it does.
      if (closers ? follows : /[!-~]/.test(follows)) return ','.repeat(all.length)
      // After `.` the segmenter does not break before a lower-case letter; after `!` it does.
      const stop = uncapitalised ? '!' : '.'
      return stop.repeat(stops.length) + ')'.repeat(closers.length)
    })
    .replace(NUMBER_FIRST, 'A')
    .replace(OPENING, '一')

const ENDED = /[.!?…。！？]["”’」』）)]*$/

/** Whether a sentence ends with a full stop or the like, and any closing marks. */
export const isEnded = (sentence: string): boolean => ENDED.test(sentence)

/** Segments a text of any script into words and what is between them. */
export const wordSegments = (text: string): Iterable<Intl.SegmentData> => words.segment(text)
