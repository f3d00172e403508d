import { todayHere } from '../../messages/messages.ts'

/** Tomorrow where the user is, which the server is told with each request. */
export const tomorrow = (now = new Date()): string => todayHere(addDays(now, 1))

/** The next Monday; on a Sunday, the day after. */
export const nextMonday = (now = new Date()): string => todayHere(addDays(now, 8 - (now.getDay() || 7)))

const addDays = (now: Date, days: number) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, now.getHours(), now.getMinutes())
