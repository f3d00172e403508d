import { dayOf, type Finding, type Said } from './finding.ts'

const DAY_MS = 86_400_000
const DUE =
  /^(?:next)?review(?:by|due|duedate|bydate|next|date|on|deadline)$|^nextreview(?:on|date|due)?$|^(?:expir(?:es|y|ation)(?:on|at|date)?|valid(?:until|to|through)|bestbefore|dueforreview|reviewagain(?:on)?)$/
const LAST =
  /^(?:last)?review(?:ed)?(?:on|at|date|last)?$|^(?:date)?lastreview(?:ed)?(?:on|at|date)?$|^last(?:verified|checked|validated|confirmed)(?:on|at)?$/
const EVERY = /^review(?:in|every|period|frequency|interval|cycle|cadence|after)$|^(?:reviewed|check)every$/
const IN_TEXT =
  /^\W*(?:(?:date of )?next review(?: date)?|(?:to be )?review(?:ed)? (?:again )?(?:by|on)|review (?:date|due)|expires|valid until)\b(?: (?:on|by|date|is))*\W{1,6}(\d{4}-\d\d-\d\d|\d{1,2} \p{L}+ \d{4}|\p{L}+ \d{1,2},? \d{4})/iu
/** Periods by what they are called, in days or in months. */
const PERIODS: [RegExp, { days: number } | { months: number }][] = [
  [/^(?:day|daily)$/, { days: 1 }],
  [/^(?:week|weekly)$/, { days: 7 }],
  [/^(?:month|monthly)$/, { months: 1 }],
  [/^(?:quarter|quarterly)$/, { months: 3 }],
  [/^(?:year|yearly|annual|annually)$/, { months: 12 }],
  [/^(?:biannually|half-?yearly)$/, { months: 6 }],
]
const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

/** The page past its own review date that is missed most; how many more there are is said beside it. */
export function pastReview(said: readonly Said[], now: string): Finding[] {
  const late = said.flatMap((one) => {
    const due = dueOf(one)
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

/** A page that says what must be done is missed more than one that tells of something. */
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

type Due = { at: number; words: string[]; line: number }

function dueOf({ document, sayings }: Said): Due | null {
  const fields = [...document.fields].map(([name, value]) => ({
    name,
    plain: name.toLowerCase().replace(/[^a-z]/g, ''),
    value,
  }))
  const due = fields.find(({ plain, value }) => DUE.test(plain) && dateIn(value) !== null)
  if (due) return { at: dateIn(due.value) ?? 0, words: [`${due.name}: ${shown(due.value)}`], line: 1 }
  const last = fields.find(({ plain, value }) => LAST.test(plain) && dateIn(value) !== null)
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

/** The moment a period later, as calendars count: `6 months`, `P6M`, `90` days, `annually`; null when it is none. */
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
  // The 31st of a month that has 30 is its last.
  if (date.getUTCDate() !== day) date.setUTCDate(0)
  return date.getTime()
}
