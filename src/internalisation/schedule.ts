import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs'

/** A learner's own grade of a recall. */
export const grades = ['had-it', 'nearly', 'missed'] as const

/** One of the three grades. */
export type Grade = (typeof grades)[number]

const ratings = { 'had-it': Rating.Good, nearly: Rating.Hard, missed: Rating.Again } as const
// Without fuzz, schedules are deterministic.
const scheduler = fsrs({ enable_fuzz: false })

/**
 * The next schedule and its due time by FSRS-6 with default parameters; `last` is the last one as
 * JSON.
 */
export function nextSchedule(last: string | undefined, grade: Grade, now: string): { schedule: string; dueAt: string } {
  // A card put to rest before its first recall has no schedule.
  const card: Card = last && last !== '{}' ? read(last) : createEmptyCard(new Date(now))
  const { card: next } = scheduler.next(card, new Date(now), ratings[grade])
  return { schedule: JSON.stringify(next), dueAt: next.due.toISOString() }
}

function read(last: string): Card {
  const card = JSON.parse(last) as Card & { due: string; last_review?: string }
  return { ...card, due: new Date(card.due), ...(card.last_review ? { last_review: new Date(card.last_review) } : {}) }
}
