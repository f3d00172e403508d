import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs'
import { dayIn, daysAfter, morningOf, onTheClock } from '../ba/index.ts'

/** A learner's own grade of a recall. */
export const grades = ['had-it', 'nearly', 'missed'] as const

/** One of the three grades. */
export type Grade = (typeof grades)[number]

const ratings = { 'had-it': Rating.Good, nearly: Rating.Hard, missed: Rating.Again } as const
// Without fuzz, schedules are deterministic.
const scheduler = fsrs({ enable_fuzz: false })

/**
 * The next schedule and its due time by FSRS-6 with default parameters; `last` is the last one as
 * JSON. What is due after days is due from the morning of that day where the learner is, whatever
 * the hour of this recall; what is due within the day, after its minutes.
 */
export function nextSchedule(
  last: string | undefined,
  grade: Grade,
  now: string,
  zone: string,
): { schedule: string; dueAt: string } {
  // By the learner's clock, so that the days between two recalls are theirs.
  const clock = new Date(onTheClock(now, zone))
  // A card put to rest before its first recall has no schedule.
  const card: Card = last && last !== '{}' ? read(last, clock) : createEmptyCard(clock)
  const { card: next } = scheduler.next(card, clock, ratings[grade])
  const days = next.scheduled_days
  const dueAt =
    days > 0
      ? morningOf(daysAfter(dayIn(now, zone), days), zone)
      : new Date(Date.parse(now) + next.due.getTime() - clock.getTime()).toISOString()
  return { schedule: JSON.stringify(next), dueAt }
}

/** Reads a kept schedule; the clock of somebody who travelled west may be behind it. */
function read(last: string, clock: Date): Card {
  const card = JSON.parse(last) as Card & { due: string; last_review?: string }
  const reviewed = card.last_review && new Date(Math.min(Date.parse(card.last_review), clock.getTime()))
  return { ...card, due: new Date(card.due), ...(reviewed && { last_review: reviewed }) }
}
