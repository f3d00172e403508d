import { type Card, createEmptyCard, fsrs, Rating } from 'ts-fsrs'

/** What a learner says of their own recall. */
export const grades = ['had-it', 'nearly', 'missed'] as const

/** One of the three. */
export type Grade = (typeof grades)[number]

const ratings = { 'had-it': Rating.Good, nearly: Rating.Hard, missed: Rating.Again } as const
// Without fuzz the same history gives the same schedule, on every machine and in every test.
const scheduler = fsrs({ enable_fuzz: false })

/** Gives the next schedule and when it is due, by FSRS-6 with its default parameters; `kept` is the JSON of the last. */
export function nextSchedule(kept: string | undefined, grade: Grade, now: string): { schedule: string; dueAt: string } {
  // A card that was put to rest before its first recall has no schedule yet.
  const card: Card = kept && kept !== '{}' ? read(kept) : createEmptyCard(new Date(now))
  const { card: next } = scheduler.next(card, new Date(now), ratings[grade])
  return { schedule: JSON.stringify(next), dueAt: next.due.toISOString() }
}

function read(kept: string): Card {
  const card = JSON.parse(kept) as Card & { due: string; last_review?: string }
  return { ...card, due: new Date(card.due), ...(card.last_review ? { last_review: new Date(card.last_review) } : {}) }
}
