/** A whole Whorl in this process, with a clock that only moves when told to, and people who do acts. */
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { acts } from '../src/acts.ts'
import { makeSpace, type Refusal, type Role } from '../src/ba/index.ts'
import type { Reach } from '../src/combination/index.ts'
import type { ModelSaid } from '../src/model/index.ts'
import type { Place, Store } from '../src/store/index.ts'
import { openWhorl, type Whorl } from '../src/whorl.ts'
import { afterwards } from './afterwards.ts'
import { madePlace } from './stores.ts'

/** Each act by its name: what it takes and what it gives. */
export type Acts = {
  [A in (typeof acts)[number] as A['name']]: { in: z.input<A['input']>; out: z.output<A['output']> }
}

/** Somebody in the house: `await mara.does('ask', {…})`. */
export interface Somebody {
  id: string
  name: string
  does<N extends keyof Acts>(act: N, input: Acts[N]['in'], key?: string): Promise<Acts[N]['out']>
  /** Does an act that is to be refused, and gives the refusal. */
  isRefused<N extends keyof Acts>(act: N, input: unknown): Promise<Refusal>
}

/** A house for tests: people come in by name and role, and time is the test's. */
export interface House {
  whorl: Whorl
  place: Place
  space: { id: string; slug: string }
  comes(name: string, role: Role, space?: string): Promise<Somebody>
  /** Somebody who is in the house comes into another of its spaces, too. */
  joins(somebody: Somebody, role: Role, space: string): Promise<Somebody>
  /** The same person doing acts in this house: for two houses on one place. */
  here(somebody: Pick<Somebody, 'id' | 'name'>, space?: string): Somebody
  /** Moves the clock. */
  later(days: number): void
  now(): string
  faults: { what: string; error: unknown }[]
}

/** What a Whorl reaches outside of itself: nothing, where a test does not say. */
export interface Outside {
  model?: ModelSaid | null
  reach?: Reach
  watched?: (store: Store) => Store
}

/** Opens a house with one space on a fresh store; what is left to follow must be waited for with `whorl.settle()`. */
export async function openHouse(outside: Outside = {}): Promise<House> {
  return houseOn(await madePlace(), undefined, outside)
}

/** Opens a house on a place that another house may have open too. */
export async function houseOn(
  place: Place,
  given?: { space: { id: string; slug: string }; ids: string; at?: string },
  { model = null, reach, watched }: Outside = {},
): Promise<House> {
  let clock = Date.parse(given?.at ?? '2026-05-04T09:00:00.000Z')
  let ids = 0
  const now = () => new Date(clock).toISOString()
  const newId = () => `${given?.ids ?? 'id'}-${String(++ids).padStart(8, '0')}`
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
    log: (fault) => faults.push(fault),
    ...(reach && { reach }),
    ...(watched && { watched }),
  })
  afterwards(() => whorl.close())
  const space = given?.space ?? (await firstSpace(whorl, now(), newId))
  const joins = async (id: string, name: string, role: Role, slug: string) => {
    await whorl.store.write(async (tx) => {
      const row = await tx.db.selectFrom('space').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
      const values = { space_id: row.id, person_id: id, role, since: now() }
      await tx.db.insertInto('membership').values(values).execute()
    })
    return who(whorl, id, name, slug)
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
    comes: async (name, role, slug = space.slug) => joins(await somebody(whorl, name, now(), newId), name, role, slug),
    joins: ({ id, name }, role, slug) => joins(id, name, role, slug),
    here: ({ id, name }, slug = space.slug) => who(whorl, id, name, slug),
  }
}

async function firstSpace(whorl: Whorl, now: string, newId: () => string) {
  const founder = await somebody(whorl, 'Founder', now, newId)
  const id = newId()
  const slug = await whorl.store.write((tx) => makeSpace(tx, { id, name: 'Team', owner: founder, now }))
  return { id, slug }
}

async function somebody(whorl: Whorl, name: string, now: string, newId: () => string): Promise<string> {
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

function who(whorl: Whorl, id: string, name: string, space: string): Somebody {
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
    })
    // What an act gives is what it says it gives: checked here, on every call of every test.
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
