/** A complete Whorl in this process, with a fake clock and people who do acts. */
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { acts } from '../src/acts.ts'
import { type Bounds, makeSpace, type Refusal, type Role } from '../src/ba/index.ts'
import type { Reach } from '../src/combination/index.ts'
import type { ModelSaid } from '../src/model/index.ts'
import type { Place, Store } from '../src/store/index.ts'
import { openWhorl, type Whorl } from '../src/whorl.ts'
import { afterwards } from './afterwards.ts'
import { madePlace } from './stores.ts'

/** The input and output of each act, by name. */
export type Acts = {
  [A in (typeof acts)[number] as A['name']]: { in: z.input<A['input']>; out: z.output<A['output']> }
}

/** A person in the house: `await mara.does('ask', {…})`. */
export interface Somebody {
  id: string
  name: string
  does<N extends keyof Acts>(act: N, input: Acts[N]['in'], key?: string): Promise<Acts[N]['out']>
  /** Does an act and returns its refusal; throws if it succeeds. */
  isRefused<N extends keyof Acts>(act: N, input: unknown): Promise<Refusal>
}

/** A house for tests, whose people and time the test controls. */
export interface House {
  whorl: Whorl
  place: Place
  space: { id: string; slug: string }
  comes(name: string, role: Role, space?: string): Promise<Somebody>
  /** Adds a person of the house to another of its spaces. */
  joins(somebody: Somebody, role: Role, space: string): Promise<Somebody>
  /** Lets somebody make spaces, as whoever founded the house may. */
  mayMakeSpaces(somebody: Pick<Somebody, 'id'>): Promise<void>
  /** The same person in this house, where two houses share one store. */
  here(somebody: Pick<Somebody, 'id' | 'name'>, space?: string): Somebody
  /** The same person, who calls from a time zone. */
  from(somebody: Pick<Somebody, 'id' | 'name'>, zone: string): Somebody
  /** Advances the clock. */
  later(days: number): void
  now(): string
  faults: { what: string; error: unknown }[]
}

/** The outer dependencies of a Whorl; none by default. */
export interface Outside {
  model?: ModelSaid | null
  reach?: Reach
  watched?: (store: Store) => Store
  /** How passwords are hashed: for nothing, unless they are from elsewhere. */
  passwords?: 'quick' | 'real'
  bounds?: Bounds
}

/** Opens a house with one space on a fresh store; `whorl.settle()` awaits its reactions. */
export async function openHouse(outside: Outside = {}): Promise<House> {
  return houseOn(await madePlace(), undefined, outside)
}

/** Costs nothing; whole programs and `served.ts` hash as people's do. */
const quickHash = {
  hash: async (password: string) => `quick:${password}`,
  verify: async ({ hash, password }: { hash: string; password: string }) => hash === `quick:${password}`,
}

/** Opens a house on a store that another house may have open, too. */
export async function houseOn(
  place: Place,
  existing?: { space: { id: string; slug: string }; ids: string; at?: string },
  { model = null, reach, watched, passwords = 'quick', bounds }: Outside = {},
): Promise<House> {
  let clock = Date.parse(existing?.at ?? '2026-05-04T09:00:00.000Z')
  let ids = 0
  const now = () => new Date(clock).toISOString()
  const newId = () => `${existing?.ids ?? 'id'}-${String(++ids).padStart(8, '0')}`
  const faults: House['faults'] = []
  const root = fileURLToPath(new URL('..', import.meta.url))
  const whorl = await openWhorl({
    place,
    secret: 'a secret of this test',
    secure: false,
    root,
    scratch: tmpdir(),
    model,
    now,
    newId,
    ...(passwords === 'quick' && { hashing: quickHash }),
    log: (fault) => faults.push(fault),
    ...(reach && { reach }),
    ...(watched && { watched }),
    ...(bounds && { bounds }),
  })
  afterwards(() => whorl.close())
  const space = existing?.space ?? (await firstSpace(whorl, now(), newId))
  const joins = async (id: string, name: string, role: Role, slug: string) => {
    await whorl.store.write(async (tx) => {
      const row = await tx.db.selectFrom('space').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
      const values = { space_id: row.id, person_id: id, role, since: now() }
      await tx.db.insertInto('membership').values(values).execute()
    })
    return personOf(whorl, id, name, slug)
  }
  return {
    whorl,
    place,
    space,
    now,
    faults,
    later: (days) => {
      clock += days * 86_400_000
    },
    comes: async (name, role, slug = space.slug) =>
      joins(await makePerson(whorl, name, now(), newId), name, role, slug),
    mayMakeSpaces: async ({ id }) => {
      const row = { person_id: id, role: 'makes-spaces', named_by: null, named_at: now() }
      await whorl.store.write((tx) =>
        tx.db
          .insertInto('house_role')
          .values(row)
          .onConflict((on) => on.doNothing())
          .execute(),
      )
    },
    joins: ({ id, name }, role, slug) => joins(id, name, role, slug),
    here: ({ id, name }, slug = space.slug) => personOf(whorl, id, name, slug),
    from: ({ id, name }, zone) => personOf(whorl, id, name, space.slug, zone),
  }
}

async function firstSpace(whorl: Whorl, now: string, newId: () => string) {
  const founder = await makePerson(whorl, 'Founder', now, newId)
  const id = newId()
  const slug = await whorl.store.write((tx) => makeSpace(tx, { id, name: 'Team', owner: founder, now }))
  return { id, slug }
}

async function makePerson(whorl: Whorl, name: string, now: string, newId: () => string): Promise<string> {
  const id = newId()
  const flag = whorl.store.kind === 'sqlite' ? 0 : false
  const person = {
    id,
    name,
    email: `${id}@example.org`,
    email_verified: flag,
    image: null,
    created_at: now,
    updated_at: now,
  }
  await whorl.store.write((tx) => tx.db.insertInto('person').values(person).execute())
  return id
}

function personOf(whorl: Whorl, id: string, name: string, space: string, zone?: string): Somebody {
  const does = async (actName: string, input: unknown, key?: string) => {
    const act = acts.find((one) => one.name === actName)
    if (!act) throw new Error(`There is no act ${actName}.`)
    const output = await whorl.perform({
      act,
      space: act.scope === 'house' ? undefined : space,
      input,
      by: { id, name },
      door: 'test',
      key,
      zone,
    })
    // Every output in every test is checked against the act's schema.
    return act.output.strict().parse(output)
  }
  return {
    id,
    name,
    does: does as Somebody['does'],
    isRefused: async (act, input) => {
      try {
        await does(act, input)
      } catch (error) {
        if ((error as Error).constructor.name === 'Refusal') return error as Refusal
        throw error
      }
      throw new Error(`${act} was not refused.`)
    },
  }
}
