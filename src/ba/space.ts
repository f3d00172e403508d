import type { Tx } from '../store/index.ts'
import { addArea, addToArea, OPEN } from './area-rows.ts'
import { grew } from './growth.ts'
import { founderOf, setHouseRole } from './house-role-rows.ts'
import { unfit } from './refusal.ts'
import { freeSlug, slugOf } from './slug.ts'
import { addMember, addSpace, spaceSlugTaken } from './space-rows.ts'

/** Names that an address uses in place of a space's slug, so that no space may have them. */
const RESERVED = new Set([
  'api',
  'about',
  'assets',
  'auth',
  'enter',
  'fonts',
  'health',
  'house',
  'mcp',
  'openapi.json',
  'sign-in',
])

type NewSpace = { id: string; name: string; owner: string; exampleOf?: string; now: string }

/**
 * Makes a space with its open area and an owner; returns its slug. Whoever makes the first one has
 * founded the house.
 */
export async function makeSpace(tx: Tx, { id, name, owner, exampleOf, now }: NewSpace): Promise<string> {
  const slug = await freeSlug(slugOf(name, 'name'), async (tried) => RESERVED.has(tried) || spaceSlugTaken(tx, tried))
  if (slug.length > 80) throw unfit('name', 'It is too long for an address.', 'Use at most 80 characters.')
  await addSpace(tx, { id, slug, name, example_of: exampleOf ?? null, made_at: now, made_by: owner })
  if (!exampleOf) grew(tx, { space: id, person: owner, spaces: 1 })
  if (!(await founderOf(tx))) await setHouseRole(tx, owner, 'founder', null, now)
  await addArea(tx, id, { id: OPEN, slug: OPEN, name: 'Everyone here', closed: 0, made_at: now })
  await addMember(tx, id, owner, 'owner', now)
  return slug
}

/** Adds a person to a space and to the closed areas they were invited to. */
export async function joinSpace(
  tx: Tx,
  space: string,
  person: string,
  as: Parameters<typeof addMember>[3],
  areas: string[],
  now: string,
): Promise<void> {
  await addMember(tx, space, person, as, now)
  for (const area of areas) await addToArea(tx, space, area, person, now)
}
