import { todayHere } from '../../messages/messages.ts'

/** The next day where the person is, and where the server is too: its day may already be the next one. */
export function tomorrow(now = new Date()): string {
  const here = todayHere(daysOn(now, 1))
  const there = daysOn(now, 1).toISOString().slice(0, 10)
  return later(here, there)
}

/** The Monday that comes next, and is not tomorrow's twin: on a Sunday it is tomorrow, which is next week. */
export function nextMonday(now = new Date()): string {
  const monday = todayHere(daysOn(now, 8 - (now.getDay() || 7)))
  return later(monday, tomorrow(now))
}

const later = (...days: [string, string]) => days.sort()[1]

const daysOn = (now: Date, days: number) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, now.getHours(), now.getMinutes())
