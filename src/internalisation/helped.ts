import type { CauseKind, HereIAm } from '../ba/index.ts'
import { claimById, topicsLeadingTo } from '../knowledge/index.ts'
import { lastOn, takenPartIn } from '../ledger/index.ts'
import { linesRecalled } from './card-rows.ts'

const HOUR = 3_600_000

/** A conversion that may have helped somebody to do something: being shown, the page, a line that they recalled. */
export interface Helped {
  id: string
  kind: Extract<CauseKind, 'showing' | 'page' | 'line'>
  at: string
  line: string | null
  /** Whether it brought the very line that was done. */
  done: boolean
}

/**
 * What may have helped me to do something on a topic by a day, wherever on earth it was that day. Only I know which of
 * it did: being on the same topic makes nothing a cause.
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
    ...(own ? [own] : []).flatMap((claim) => brought(claim, claim.confirmed_at ?? '', true)),
    ...(page ? [page] : []).filter(seen(areas)).map(thing('page')),
    ...shown.filter(seen(areas)).map(thing('showing')),
    ...lines.flatMap((claim) => brought(claim, claim.at, false)),
  ]
  // A line that the page brought stands for the page: each conversion is named once, by what is said first of it.
  return [...Map.groupBy(things, ({ id }) => id).values()].flatMap(([first]) => first ?? [])
}

const seen = (areas: HereIAm['areas']) => (one: { area_id: string }) => areas.has(one.area_id)

const thing =
  (kind: Helped['kind']) =>
  ({ id, at }: { id: string; at: string }): Helped => ({ id, kind, at, line: null, done: false })

type Line = { page_conversion: string | null; told_conversion: string | null; statement: string }
/** A line by the combination that put it on a page, or else by its telling; nothing where neither counted. */
function brought({ page_conversion, told_conversion, statement }: Line, at: string, done: boolean): Helped[] {
  const id = page_conversion ?? told_conversion
  return id ? [{ id, kind: 'line', at, line: statement, done }] : []
}
