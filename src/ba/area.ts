import type { HereIAm } from './act.ts'
import { type Area, memberSeeing, OPEN } from './area-rows.ts'
import { orAbsent, unfit } from './refusal.ts'
import { type Role, reaches } from './role.ts'

/** The area with this slug among those the caller may see; the open one if none is named. */
export function areaNamed(here: HereIAm, slug: string | undefined): Area {
  const found = [...here.areas.values()].find((area) => area.slug === (slug ?? OPEN))
  return orAbsent(found, 'area', 'area')
}

/** The areas whose contents a page of an area may use: its own and the open one. */
export const ownAndOpen = (area: string): string[] => [...new Set([area, OPEN])]

/** The public form of an area. */
export const shownArea = (here: HereIAm, id: string) => {
  const area = orAbsent(here.areas.get(id), 'area', 'area')
  return { slug: area.slug, name: area.name, closed: area.closed === 1 }
}

/** Finds another member who may see an area and write in it, or refuses. */
export async function colleague(here: HereIAm, area: string, person: string, field: string) {
  if (person === here.me.id) throw unfit(field, 'That is you.', 'Name somebody else.')
  const found = orAbsent(await memberSeeing(here.tx, here.space.id, area, person), field, 'person')
  if (!reaches(found.role as Role, 'member')) throw unfit(field, 'They only read here.', 'Name a member.')
  return { id: found.id, name: found.name }
}
