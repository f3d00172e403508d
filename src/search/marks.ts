const bare = (id: string) => id.toLowerCase().replace(/[^a-z0-9]/g, '')

/** The marks that the engine stores with a thing's words: its person, topic, month and year. */
export const mark = {
  by: (person: string) => `b${bare(person)}`,
  topic: (topic: string) => `t${bare(topic)}`,
  month: (day: string) => `m${bare(day.slice(0, 7))}`,
  year: (day: string) => `m${day.slice(0, 4)}`,
}

/** The marks of things since a day: of the months left of its year, and of later years. */
export function marksSince(since: string, now: string): string[] {
  const [year, month] = [Number(since.slice(0, 4)), Number(since.slice(5, 7) || 1)]
  const last = Number(now.slice(0, 4))
  const months = Array.from({ length: 13 - month }, (_, n) => `m${year}${String(month + n).padStart(2, '0')}`)
  return [...months, ...Array.from({ length: Math.min(200, Math.max(0, last - year)) }, (_, n) => `m${year + n + 1}`)]
}
