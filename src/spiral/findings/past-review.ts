import { reviewDue } from '../../combination/index.ts'
import { dayOf, type Finding, type Said } from './finding.ts'

const DAY_MS = 86_400_000

/** Finds the most important page past its review date, and how many more there are. */
export function pastReview(said: readonly Said[], now: string): Finding[] {
  const late = said.flatMap((one) => {
    const due = reviewDue(one.document, one.sayings)
    const days = due ? Math.floor((Date.parse(now) - due.at) / DAY_MS) : 0
    return due && days > 0 ? [{ document: one.document, rests: rests(one), ...due, days }] : []
  })
  const others = (n: number) =>
    n === 0 ? '' : n === 1 ? '; one more page is past its own date' : `; ${n} more pages are past theirs`
  return late
    .sort((a, b) => b.rests * Math.log2(2 + b.days) - a.rests * Math.log2(2 + a.days))
    .slice(0, 1)
    .map(({ document, at, days, words, line }) => ({
      kind: 'past-review' as const,
      about: document.title,
      line: `“${document.title}” was to be reviewed by ${dayOf(new Date(at).toISOString())}, ${ago(days)}${others(late.length - 1)}.`,
      words,
      where: [{ path: document.path, fromLine: line, toLine: line + words.length - 1 }],
      button: 'Is it still true?',
      weight: Math.min(1, 0.6 + days / 1500),
    }))
}

/** A page of rules matters more than a description. */
const rests = ({ sayings }: Said) =>
  1 + Math.min(20, sayings.filter(({ words }) => /\b(?:must|should|never|always)\b/i.test(words)).length) / 10

const ago = (days: number) =>
  days < 60
    ? `${days} days ago`
    : days < 700
      ? `${Math.floor(days / 30.44)} months ago`
      : days < 2 * 365.25 + 30
        ? '2 years ago'
        : `more than ${Math.floor(days / 365.25)} years ago`
