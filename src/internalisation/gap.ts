import { keptWholeIn, wordSegments } from '../text/index.ts'

/** Words that carry too little meaning to be recalled. */
const SMALL = new Set(
  `a about above after again all also an and any are as at be because been before being below between both but by can
  cannot could did do does doing down during each few for from further had has have having he her here hers him his how i if in
  into is it its itself just may me more most must my never no nor not now of off on once only or other our out over own same
  she should so some such than that the their them then there these they this those through to too under until up very was we
  were what when where which while who whom why will with would you your always one two say says said get got go goes make
  makes made take takes use used thing things something anything everything nothing`.split(/\s+/),
)

const GAP = '…'

/**
 * Makes a cloze exercise by removing the most telling words of a statement: the longest run of at
 * most three meaningful words, figures first, never words of the title (the page's name must not be
 * the answer). Code, a formula, a placeholder and what signs join are removed whole or not at all.
 * Null if nothing is worth removing.
 */
export function leaveGap(statement: string, title: string): { prompt: string; gap: string } | null {
  const named = new Set(wordsOf(title).map(({ word }) => word))
  const telling = wordsOf(statement).filter(
    ({ word }) => !SMALL.has(word) && !named.has(word) && (word.length > 2 || /\d/.test(word)),
  )
  if (telling.length < 2 && wordsOf(statement).length < 4) return null
  const best = runsOf(telling, statement)
    .map((run, place) => ({ ...run, worth: worthOf(run.text) + place / 1000 }))
    .sort((a, b) => b.worth - a.worth)[0]
  if (!best || best.end - best.start >= statement.length - 3) return null
  return { prompt: statement.slice(0, best.start) + GAP + statement.slice(best.end), gap: best.text }
}

type Word = { word: string; start: number; end: number }

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  const add = (start: number, end: number) => words.push({ word: text.slice(start, end).toLowerCase(), start, end })
  const whole = wholeIn(text)
  for (const { segment, index, isWordLike } of wordSegments(text)) {
    while (whole[0] && whole[0][1] <= index) whole.shift()
    const [start, end] = whole[0] ?? [text.length, text.length]
    if (isWordLike && index + segment.length <= start) add(index, index + segment.length)
    else if (isWordLike && words.at(-1)?.end !== end) add(start, end)
  }
  return words
}

/** What signs join without a space: `/etc/hosts`, `--force`, `mara@example.org`, `a=b`. */
const JOINED = /[^\s"“”„«»()[\],;。、]+/gu
const SIGN = /[/\\@=_#$%^&|~+<>{}]|\w:\w/

/** The ranges of which no part is removed alone, in order. */
function wholeIn(text: string): [from: number, to: number][] {
  const kept = keptWholeIn(text)
  const joined = [...text.matchAll(JOINED)].flatMap(({ 0: one, index }): [number, number][] =>
    SIGN.test(one) ? [[index, index + one.replace(/[.:!?…*_]{1,9}$/, '').length]] : [],
  )
  const apart = joined.filter(([from, to]) => !kept.some(([begin, end]) => from < end && begin < to))
  return [...kept, ...apart].sort(([a], [b]) => a - b)
}

/** Joins adjacent telling words, at most three. */
function runsOf(words: readonly Word[], statement: string): { text: string; start: number; end: number }[] {
  const runs: { start: number; end: number; count: number }[] = []
  for (const { start, end } of words) {
    const last = runs.at(-1)
    if (last && last.count < 3 && /^[\s-]?$/.test(statement.slice(last.end, start))) {
      last.end = end
      last.count++
    } else runs.push({ start, end, count: 1 })
  }
  return runs.map(({ start, end }) => ({ text: statement.slice(start, end), start, end }))
}

const worthOf = (text: string) => Math.min(text.length, 24) + (/\d/.test(text) ? 30 : 0)
