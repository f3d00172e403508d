import { isSmall, phraseWord, type Saying } from '../compose/index.ts'

/** A sentence to be compared, and its kind of block. */
type Sentence = Pick<Saying, 'words' | 'kind'>

/** A page, document or claim with its sentences. Sentences of the same one are never compared. */
export interface Speaking<From, Said extends Sentence = Saying> {
  from: From
  /** Its id; the lesser id comes first in a pair. */
  id: string
  sayings: readonly Said[]
}

/** Two sentences of different origin that contradict each other. */
export interface Difference<From, Said extends Sentence = Saying> {
  one: { from: From; saying: Said }
  other: { from: From; saying: Said }
  /** The two figures, `30 days and 90 days`; null if one negates the other's rule. */
  figures: string | null
  /** The confidence, 0 to 1. */
  weight: number
}

interface Statement<From, Said extends Sentence> {
  of: Speaking<From, Said>
  saying: Said
  words: Set<string>
  figures: { number: string; unit: string; written: string }[]
  not: boolean
  rule: string | null
}
type AnyStatement = Statement<unknown, Sentence>

const NEGATION =
  /\b(?:not|never|no longer|cannot|can[’']t|don[’']t|doesn[’']t|mustn[’']t|shouldn[’']t|isn[’']t|aren[’']t|won[’']t)\b/i
const RULE = /\b(must|should|shall|may|can|need to|have to|required|recommended|allowed|supported|permitted)\b/i
/** Words that change the meaning of a figure; both sentences must have the same. */
const BOUND =
  /\b(?:below|above|at (?:least|most)|up to|before|after|earlier|later|older|newer|more|less|fewer|minimum|maximum|under|over|until|since|default)\b/gi
const VAGUE =
  /^(?:this|that|these|those|it|they|such|here|there|for example|e\.g|for instance|example|in this|note|see|the (?:following|above|same|example|command|query|function|feature|code))\b/i
const FIGURE = /(?<![\p{L}\p{N}.,/:_-])[$£€]?(\d{1,7}(?:[.,]\d{1,3})?)(?![\p{N}:/_]|[-–]\d|\.\d)\s?(%|[\p{L}]+)?/gu
const LEAST_SHARED = 5
const MOST_USES = 40

/**
 * Finds contradictions between sentences of different origin: different figures, or a rule and its
 * negation.
 */
export function differences<From, Said extends Sentence>(
  speaking: readonly Speaking<From, Said>[],
): Difference<From, Said>[] {
  const statements = speaking.flatMap((of) => statementsOf(of))
  const byWord = new Map<string, number[]>()
  for (const [n, { words }] of statements.entries()) {
    for (const word of words) {
      const uses = byWord.get(word)
      if (!uses) byWord.set(word, [n])
      else if (uses.length <= MOST_USES) uses.push(n)
    }
  }
  const found: Difference<From, Said>[] = []
  const taken = new Set<string>()
  for (const [one, other] of pairsSharingRareWords(statements, byWord)) {
    const pair = `${one.of.id}\n${other.of.id}`
    const difference = taken.has(pair) ? null : differenceOf(one, other)
    if (!difference) continue
    taken.add(pair)
    found.push(difference)
  }
  return found.sort((a, b) => b.weight - a.weight)
}

/** Yields pairs of statements of different origin that share at least two rare words. */
function* pairsSharingRareWords<Any extends AnyStatement>(
  statements: readonly Any[],
  byWord: ReadonlyMap<string, readonly number[]>,
): Generator<[Any, Any]> {
  const shared = new Uint16Array(statements.length)
  for (const [n, one] of statements.entries()) {
    const near: number[] = []
    for (const word of one.words) {
      const uses = byWord.get(word) ?? []
      if (uses.length > MOST_USES) continue
      for (const at of uses) {
        if (at <= n) continue
        shared[at] = (shared[at] ?? 0) + 1
        if (shared[at] === 2) near.push(at)
      }
    }
    for (const word of one.words) for (const at of byWord.get(word) ?? []) shared[at] = 0
    for (const at of near) {
      const other = statements[at]
      if (!other || other.of === one.of) continue
      yield one.of.id < other.of.id ? [one, other] : [other, one]
    }
  }
}

function statementsOf<From, Said extends Sentence>(of: Speaking<From, Said>): Statement<From, Said>[] {
  return of.sayings.flatMap((saying) => {
    const { words, kind } = saying
    if (
      kind === 'heading' ||
      kind === 'row' ||
      words.length < 40 ||
      words.length > 320 ||
      VAGUE.test(words) ||
      /[`{}=]|\?$|:$/.test(words)
    )
      return []
    const figures = [...words.matchAll(FIGURE)].map(([, number = '', unit = '']) => ({
      number: number.replace(',', ''),
      unit: phraseWord(unit),
      written: unit,
    }))
    const rule = RULE.exec(words)?.[1]?.toLowerCase() ?? null
    if (figures.length === 0 && !rule) return []
    const content = (words.match(/[\p{L}][\p{L}'’-]*/gu) ?? [])
      .map(phraseWord)
      .filter((word) => !isSmall(word) && word.length > 1)
    return content.length < LEAST_SHARED
      ? []
      : [{ of, saying, words: new Set(content), figures, not: NEGATION.test(words), rule }]
  })
}

function differenceOf<From, Said extends Sentence>(
  one: Statement<From, Said>,
  other: Statement<From, Said>,
): Difference<From, Said> | null {
  const shared = [...one.words].filter((word) => other.words.has(word)).length
  const alike = shared / (one.words.size + other.words.size - shared)
  if (shared < LEAST_SHARED || alike < 0.7) return null
  const figures = figuresDiffer(one, other)
  const rules =
    one.rule !== null &&
    one.rule === other.rule &&
    one.not !== other.not &&
    alike >= 0.85 &&
    isSentence(one) &&
    isSentence(other)
  if (!figures && !rules) return null
  return {
    one: { from: one.of.from, saying: one.saying },
    other: { from: other.of.from, saying: other.saying },
    figures,
    weight: Math.min(1, alike * (figures ? 1 : 0.9)),
  }
}

const isSentence = ({ saying }: AnyStatement) => /[.!。]["”)]?$/.test(saying.words)

const boundsOf = ({ saying }: AnyStatement) => (saying.words.match(BOUND) ?? []).join().toLowerCase()

/** Compares figures: the same units in both, and exactly one number different. */
function figuresDiffer(one: AnyStatement, other: AnyStatement): string | null {
  if (one.figures.length === 0 || one.figures.length !== other.figures.length || one.not !== other.not) return null
  if (boundsOf(one) !== boundsOf(other)) return null
  if (one.figures.some(({ unit }, n) => unit !== other.figures[n]?.unit)) return null
  const apart = one.figures.flatMap((figure, n) => {
    const there = other.figures[n]
    return there && figure.unit && Number(figure.number) !== Number(there.number) ? [[figure, there] as const] : []
  })
  const [pair] = apart
  if (!pair || apart.length !== 1) return null
  const shown = ({ number, written }: { number: string; written: string }) =>
    `${number}${/^\p{L}/u.test(written) ? ' ' : ''}${written}`
  return `${shown(pair[0])} and ${shown(pair[1])}`
}
