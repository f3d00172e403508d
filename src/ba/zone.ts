import type { HereIAm } from './act.ts'

/** The time zone of whoever calls: the one that their browser or command names, else the server's. */
export interface Zone {
  /** Its IANA name: `Europe/Zurich`. */
  readonly name: string
  /** Whether the caller named it. */
  readonly said: boolean
}

const [HOUR, DAY] = [3_600_000, 86_400_000]
/** The hour at which a day of practice begins, so that a round in the early morning meets it. */
const MORNING = 4
/** The most zones of which a formatter is kept; there are some 450. */
const MOST_KEPT = 600
const LONGEST_NAME = 64

const kept = new Map<string, Intl.DateTimeFormat | null>()

/** The formatter of a zone; null where there is no such zone. */
function formatOf(name: string): Intl.DateTimeFormat | null {
  const known = kept.get(name)
  if (known !== undefined) return known
  let made: Intl.DateTimeFormat | null = null
  try {
    const each = {
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    } as const
    made = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: name,
      hourCycle: 'h23',
      era: 'short',
      ...each,
    })
  } catch {
    // There is no such zone.
  }
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(name, made)
  return made
}

/** The zone that a caller names, if there is such a zone; else the server's. */
export function zoneSaid(name: string | undefined, server: string): Zone {
  const there = name !== undefined && name.length <= LONGEST_NAME && formatOf(name) !== null
  return there ? { name, said: true } : { name: server, said: false }
}

/** The time on the clocks of a zone at an instant, as if it were UTC. */
export function onTheClock(at: string | number, zone: string): number {
  const instant = new Date(at)
  const parts = formatOf(zone)?.formatToParts(instant)
  if (!parts) return instant.getTime()
  const said = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value)
  const [year, month, day] = [said('year'), said('month'), said('day')]
  return Date.UTC(year, month - 1, day, said('hour'), said('minute'), said('second')) + instant.getUTCMilliseconds()
}

/** The day of an instant in a zone: `2026-11-30`. */
export const dayIn = (at: string | number, zone: string): string => dayOf(onTheClock(at, zone))

const dayOf = (clock: number) => new Date(clock).toISOString().slice(0, 10)

/** The day so many days after another. */
export const daysAfter = (day: string, days: number): string => dayOf(Date.parse(day) + days * DAY)

/**
 * The instant at which a day begins in a zone, or an hour of it; where clocks skip that hour, the
 * first instant after.
 */
export function beginOf(day: string, zone: string, hour = 0): string {
  const wished = Date.parse(day) + hour * HOUR
  const around = [wished - DAY, wished + DAY].map((at) => wished - (onTheClock(at, zone) - at))
  const begun = around.filter((at) => onTheClock(at, zone) >= wished)
  return new Date(Math.min(...(begun.length ? begun : around))).toISOString()
}

/** The instant from which something is due that is due on a day: its early morning. */
export const morningOf = (day: string, zone: string): string => beginOf(day, zone, MORNING)

/** Today's date where the caller is. */
export const todayOf = ({ now, zone }: Pick<HereIAm, 'now' | 'zone'>): string => dayIn(now, zone.name)

/** The zone in which each day is over last. */
const LAST_ON_EARTH = 'Etc/GMT+12'

/** Whether a day is yet to come for the caller, or, if they name no zone, for somebody on Earth. */
export const isToCome = (day: string, { now, zone }: Pick<HereIAm, 'now' | 'zone'>): boolean =>
  day > dayIn(now, zone.said ? zone.name : LAST_ON_EARTH)
