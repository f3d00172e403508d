import type { First } from './en.ts'

const asksForJapanese = navigator.language.toLowerCase().startsWith('ja')

/** The language of this visit, for `lang` and for dates. */
export const language = asksForJapanese ? 'ja' : 'en'
const locale = asksForJapanese ? 'ja-JP' : 'en-GB'

// Each language is a script of its own, so that nobody loads another's.
const { first } = asksForJapanese ? await import('./ja/first.ts') : await import('./en/first.ts')

/** The strings of the first screens, in the reader's language: */
export const t: First = first

/** A day as people write it: `4 May`, and with its year when that is another one. */
export function day(at: string): string {
  const when = dateOf(at)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...yearIfOther(when) }).format(when)
}

/** A day where there is little room: `4 May`, `12 Nov`. */
export function shortDay(at: string): string {
  const when = dateOf(at)
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', ...yearIfOther(when) }).format(when)
}

/** A day and its hour: `4 May, 14:05`. */
export function moment(at: string): string {
  const when = new Date(at)
  const time = { hour: '2-digit', minute: '2-digit' } as const
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...yearIfOther(when), ...time }).format(when)
}

/** The month alone: `May`. */
export function month(at: string): string {
  const when = dateOf(at)
  return new Intl.DateTimeFormat(locale, { month: 'long', ...yearIfOther(when) }).format(when)
}

/** Joins items to a list in the reader's language. */
export const list = (things: string[]): string => new Intl.ListFormat(locale).format(things)

/** Formats an amount, with its unit if given: */
export const amount = (number: number, unit?: 'second'): string =>
  new Intl.NumberFormat(locale, unit ? { style: 'unit', unit, unitDisplay: 'short' } : {}).format(number)

/** Formats money; amounts below a cent are not shown as zero. */
export const money = (number: number, currency: string): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: number < 1 ? 4 : 2 }).format(
    number,
  )

/** The greeting for an hour. */
export function greeting(hour: number): string {
  if (hour < 5 || hour >= 18) return t.greeting.evening
  return hour < 12 ? t.greeting.morning : t.greeting.afternoon
}

/** Today's date in the user's time zone, as a date field has it. */
export function todayHere(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** Whether a moment is today where the user is. */
export const isToday = (at: string, now = new Date()): boolean => todayHere(dateOf(at)) === todayHere(now)

const dateOf = (at: string) => new Date(at.length === 10 ? `${at}T12:00` : at)
const yearIfOther = (when: Date) =>
  when.getFullYear() === new Date().getFullYear() ? {} : { year: 'numeric' as const }
