import { isSmall, phraseWord, type Saying } from '../compose/index.ts'
import type { Document } from '../documents/index.ts'

/** A document with what it says, sentence by sentence. */
export interface SaidThere {
  document: Document
  sayings: readonly Saying[]
}

/** Two sentences of two pages that say different things of the same. */
export interface Difference {
  one: { document: Document; saying: Saying }
  other: { document: Document; saying: Saying }
  /** The two figures, `30 days and 90 days`; null where one says that one must and the other that one must not. */
  figures: string | null
  /** How surely they do: 0 to 1. */
  weight: number
}

type Statement = {
  of: SaidThere
  saying: Saying
  words: Set<string>
  figures: { number: string; unit: string; written: string }[]
  not: boolean
  rule: string | null
}

const NEGATION =
  /\b(?:not|never|no longer|cannot|can[’']t|don[’']t|doesn[’']t|mustn[’']t|shouldn[’']t|isn[’']t|aren[’']t|won[’']t)\b/i
const RULE = /\b(must|should|shall|may|can|need to|have to|required|recommended|allowed|supported|permitted)\b/i
/** Words that turn a figure round: both must have the same. */
const BOUND =
  /\b(?:below|above|at (?:least|most)|up to|before|after|earlier|later|older|newer|more|less|fewer|minimum|maximum|under|over|until|since|default)\b/gi
const VAGUE =
  /^(?:this|that|these|those|it|they|such|here|there|for example|e\.g|for instance|example|in this|note|see|the (?:following|above|same|example|command|query|function|feature|code))\b/i
const FIGURE = /(?<![\p{L}\p{N}.,/:_-])[$£€]?(\d{1,7}(?:[.,]\d{1,3})?)(?![\p{N}:/_]|[-–]\d|\.\d)\s?(%|[\p{L}]+)?/gu
const LEAST_SHARED = 5
const MOST_USES = 40

/** Two pages that say different things of the same: other figures, or that one must and that one must not. */
export function differences(said: readonly SaidThere[]): Difference[] {
  const statements = said.flatMap(statementsOf)
  const byWord = new Map<string, number[]>()
  for (const [n, { words }] of statements.entries()) {
    for (const word of words) {
      const uses = byWord.get(word)
      if (!uses) byWord.set(word, [n])
      else if (uses.length <= MOST_USES) uses.push(n)
    }
  }
  const found: Difference[] = []
  const taken = new Set<string>()
  for (const [one, other] of pairsSharingRareWords(statements, byWord)) {
    const pair = `${one.of.document.path}\n${other.of.document.path}`
    const difference = taken.has(pair) ? null : differing(one, other)
    if (!difference) continue
    taken.add(pair)
    found.push(difference)
  }
  return found.sort((a, b) => b.weight - a.weight)
}

/** Statements of two pages that share two words which few others have, the page of the earlier path first. */
function* pairsSharingRareWords(
  statements: readonly Statement[],
  byWord: ReadonlyMap<string, readonly number[]>,
): Generator<[Statement, Statement]> {
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
      yield one.of.document.path < other.of.document.path ? [one, other] : [other, one]
    }
  }
}

function statementsOf(of: SaidThere): Statement[] {
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

function differing(one: Statement, other: Statement): Difference | null {
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
    one: { document: one.of.document, saying: one.saying },
    other: { document: other.of.document, saying: other.saying },
    figures,
    weight: Math.min(1, alike * (figures ? 1 : 0.9)),
  }
}

const isSentence = ({ saying }: Statement) => /[.!。]["”)]?$/.test(saying.words)

const boundsOf = ({ saying }: Statement) => (saying.words.match(BOUND) ?? []).join().toLowerCase()

/** As many figures of the same units in both, and one of them another number: `30 days and 90 days`. */
function figuresDiffer(one: Statement, other: Statement): string | null {
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
