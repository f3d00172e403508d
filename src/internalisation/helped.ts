import type { CauseKind, HereIAm } from '../ba/index.ts'
import { claimById, topicsLeadingTo } from '../knowledge/index.ts'
import { lastOn, takenPartIn } from '../ledger/index.ts'
import { linesRecalled } from './card-rows.ts'

const HOUR = 3_600_000

/** A conversion that may have helped with a doing: a showing, the page, or a recalled line. */
export interface Helped {
  id: string
  kind: Extract<CauseKind, 'showing' | 'page' | 'line'>
  at: string
  line: string | null
  /** Whether it brought the line that was done. */
  done: boolean
}

/**
 * Lists what may have helped the caller to do something on a topic by a day, in any time zone. Only
 * the caller knows what did: sharing a topic makes nothing a cause.
 */
export async function helpedBefore(
  { tx, space, me, areas }: HereIAm,
  { topic, line, on }: { topic: string; line: string | null; on: string },
): Promise<Helped[]> {
  const until = new Date(Date.parse(on) + 36 * HOUR).toISOString()
  const topics = await topicsLeadingTo(tx, space.id, topic)
  const shown = await takenPartIn(tx, space.id, { person: me.id, how: 'was-shown', topics, until })
  const page = await lastOn(tx, space.id, { topics, mode: 'combination', until })
  const lines = await linesRecalled(tx, space.id, me.id, topic, until)
  const own = line ? await claimById(tx, space.id, line) : undefined
  const things: Helped[] = [
    ...(own ? [own] : []).flatMap((claim) => conversionOf(claim, claim.confirmed_at ?? '', true)),
    ...(page ? [page] : []).filter(seen(areas)).map(thing('page')),
    ...shown.filter(seen(areas)).map(thing('showing')),
    ...lines.flatMap((claim) => conversionOf(claim, claim.at, false)),
  ]
  // Each conversion is listed once; a line stands for the page that brought it.
  return [...Map.groupBy(things, ({ id }) => id).values()].flatMap(([first]) => first ?? [])
}

const seen = (areas: HereIAm['areas']) => (one: { area_id: string }) => areas.has(one.area_id)

const thing =
  (kind: Helped['kind']) =>
  ({ id, at }: { id: string; at: string }): Helped => ({ id, kind, at, line: null, done: false })

type Line = { page_conversion: string | null; told_conversion: string | null; statement: string }
/**
 * The conversion that put a line on a page, or else that of its telling; none if neither counted.
 */
function conversionOf({ page_conversion, told_conversion, statement }: Line, at: string, done: boolean): Helped[] {
  const id = page_conversion ?? told_conversion
  return id ? [{ id, kind: 'line', at, line: statement, done }] : []
}
