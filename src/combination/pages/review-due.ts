import type { Saying } from '../compose/index.ts'
import type { Document } from '../documents/index.ts'

const DAY_MS = 86_400_000
const DUE =
  /^(?:next)?review(?:by|due|duedate|bydate|next|date|on|deadline)$|^nextreview(?:on|date|due)?$|^(?:expir(?:es|y|ation)(?:on|at|date)?|valid(?:until|to|through)|bestbefore|dueforreview|reviewagain(?:on)?)$/
const LAST =
  /^(?:last)?review(?:ed)?(?:on|at|date|last)?$|^(?:date)?lastreview(?:ed)?(?:on|at|date)?$|^last(?:verified|checked|validated|confirmed)(?:on|at)?$/
const EVERY = /^review(?:in|every|period|frequency|interval|cycle|cadence|after)$|^(?:reviewed|check)every$/
const IN_TEXT =
  /^\W*(?:(?:date of )?next review(?: date)?|(?:to be )?review(?:ed)? (?:again )?(?:by|on)|review (?:date|due)|expires|valid until)\b(?: (?:on|by|date|is))*\W{1,6}(\d{4}-\d\d-\d\d|\d{1,2} \p{L}+ \d{4}|\p{L}+ \d{1,2},? \d{4})/iu
/** Names of periods, in days or months. */
const PERIODS: [RegExp, { days: number } | { months: number }][] = [
  [/^(?:day|daily)$/, { days: 1 }],
  [/^(?:week|weekly)$/, { days: 7 }],
  [/^(?:month|monthly)$/, { months: 1 }],
  [/^(?:quarter|quarterly)$/, { months: 3 }],
  [/^(?:year|yearly|annual|annually)$/, { months: 12 }],
  [/^(?:biannually|half-?yearly)$/, { months: 6 }],
]
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** The date by which a page asks to be reviewed, with the words that say so and their line. */
export interface ReviewDue {
  at: number
  words: string[]
  line: number
}

/** The front-matter field that holds the day of the next review, if any. */
export const dueFieldIn = (names: Iterable<string>): string | undefined =>
  [...names].find((name) => DUE.test(name.toLowerCase().replace(/[^a-z]/g, '')))

/**
 * The date of a page's next review by its fields or words; null if it names none, or was reviewed
 * since.
 */
export function reviewDue(document: Document, sayings: readonly Saying[]): ReviewDue | null {
  const fields = [...document.fields].map(([name, value]) => ({
    name,
    plain: name.toLowerCase().replace(/[^a-z]/g, ''),
    value,
  }))
  const due = fields.find(({ plain, value }) => DUE.test(plain) && dateIn(value) !== null)
  const last = fields.find(({ plain, value }) => LAST.test(plain) && dateIn(value) !== null)
  const day = due ? dateIn(due.value) : null
  if (due && day !== null) {
    // A review after that day settles it.
    if (last && (dateIn(last.value) ?? 0) >= day) return null
    return { at: day, words: [`${due.name}: ${shown(due.value)}`], line: 1 }
  }
  const every = fields.find(({ plain, value }) => EVERY.test(plain) && later(0, value) !== null)
  const at = last && every ? later(dateIn(last.value) ?? 0, every.value) : null
  if (last && every && at !== null)
    return { at, words: [`${last.name}: ${shown(last.value)}`, `${every.name}: ${shown(every.value)}`], line: 2 }
  for (const { words, fromLine } of sayings) {
    const date = words.length < 120 ? IN_TEXT.exec(words)?.[1] : undefined
    const said = date ? dateIn(date) : null
    if (said !== null) return { at: said, words: [words], line: fromLine }
  }
  return null
}

const shown = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value))

function dateIn(value: unknown): number | null {
  if (value instanceof Date) return value.getTime()
  if (typeof value !== 'string' || !/\d{4}/.test(value) || !/^[\p{L}\d ,:.TZ+/-]{8,35}$/u.test(value)) return null
  const at = Date.parse(
    /^\d{4}-\d\d-\d\d$/.test(value) ? value : `${value}${/Z|[+-]\d\d:?\d\d$/.test(value) ? '' : ' UTC'}`,
  )
  return Number.isNaN(at) ? null : at
}

/** Adds a calendar period: */
function later(from: number, period: unknown): number | null {
  const text = String(period).trim().toLowerCase()
  const [, isoCount, isoUnit] = /^p(\d{1,4})([dwmy])$/.exec(text) ?? []
  const [, digits, word, unit = ''] = /^(?:every )?(?:(\d{1,4})[ -]?|(an?|\p{L}+)[ -])?(\p{L}+?)s?$/u.exec(text) ?? []
  if (/^\d{1,4}$/.test(text)) return from + Number(text) * DAY_MS
  const name = isoUnit ? { d: 'day', w: 'week', m: 'month', y: 'year' }[isoUnit] : unit
  const each = PERIODS.find(([pattern]) => pattern.test(name ?? ''))?.[1]
  const count = Number(isoCount ?? digits ?? (word && !/^an?$/.test(word) ? COUNTS.indexOf(word) : 1))
  if (!each || count < 1) return null
  if ('days' in each) return from + count * each.days * DAY_MS
  const date = new Date(from)
  const day = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + count * each.months)
  // Clamps to the last day of a shorter month.
  if (date.getUTCDate() !== day) date.setUTCDate(0)
  return date.getTime()
}
