import { todayHere } from '../../messages/messages.ts'

/** Tomorrow, in both the user's and the server's time zone, since the server's day may be ahead. */
export function tomorrow(now = new Date()): string {
  const localDay = todayHere(addDays(now, 1))
  const utcDay = addDays(now, 1).toISOString().slice(0, 10)
  return later(localDay, utcDay)
}

/** The next Monday; on a Sunday, the day after. */
export function nextMonday(now = new Date()): string {
  const monday = todayHere(addDays(now, 8 - (now.getDay() || 7)))
  return later(monday, tomorrow(now))
}

const later = (...days: [string, string]) => days.sort()[1]

const addDays = (now: Date, days: number) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, now.getHours(), now.getMinutes())
