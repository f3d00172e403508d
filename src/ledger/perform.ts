import { createHash } from 'node:crypto'
import {
  type Act,
  type AtTheDoor,
  absent,
  areasSeen,
  type Call,
  canBeKept,
  firstOwner,
  founderOf,
  type HereIAm,
  inFormerWords,
  inPresentWords,
  type Kept,
  type NewId,
  type News,
  notYours,
  type OfferedModel,
  type Perform,
  type Person,
  type Prepare,
  type Prepared,
  type Role,
  reaches,
  refusalOf,
  type Session,
  spaceForOwner,
  spaceForPerson,
  unfit,
  zoneSaid,
} from '../ba/index.ts'
import type { Store, Tx } from '../store/index.ts'
import { recordAs } from './entry.ts'
import { fitInput } from './fit-input.ts'
import { type Leads, newsOf } from './news.ts'
import { keepOutcome, outcomeOf } from './outcome-rows.ts'
import { withPrepared } from './with-prepared.ts'

/** The time and new ids, injected so that tests can fix them. */
export interface Moment {
  now: () => string
  newId: NewId
  /** The language model that the operator offers. */
  model?: OfferedModel | undefined
  /** The server's time zone, by its IANA name; by default UTC. */
  zone?: string | undefined
  /** Prepares costly work; by default in this thread. */
  prepare?: Prepare
}

/** Stands for the space's id in the outcome table for acts of the house. */
const HOUSE = 'house'

/**
 * Opens the single path of every act: input parsed, permission checked, one transaction, one
 * journal entry.
 */
export function openPerform(
  store: Store,
  moment: Moment,
  wrote: (space?: string) => void,
  leads: Leads = async () => (topic) => topic,
): Perform {
  const perform: Perform = async (call) => {
    const input = fitInput(call.act, call.input)
    if (call.key !== undefined && !(/^.{1,100}$/su.test(call.key) && canBeKept(call.key))) {
      throw unfit('key', 'It is not text of 1 to 100 characters.', 'Send a fresh UUID for each wish.')
    }
    if (!canBeKept(call.space ?? '')) throw absent('space', 'space')
    const hands = { now: moment.now(), newId: moment.newId }
    const zone = zoneSaid(call.zone, moment.zone ?? 'UTC')
    if (call.act.scope === 'house') {
      const done = await performInHouse(store, hands, call, input)
      if (!call.act.reads) wrote()
      return done
    }
    // Permission is checked before any costly work.
    let person = ''
    const arriving = async (tx: Tx) => {
      const here = await arrive(tx, call)
      person = here.me.id
      return here
    }
    if (call.act.prepare) await store.read(arriving)
    const doing = { call, input, arriving }
    const attempt = (prepared: Prepared) =>
      call.act.reads
        ? performReading(store, { ...hands, zone, model: moment.model, prepared }, doing)
        : performWriting(store, { ...hands, zone, model: moment.model, prepared }, doing)
    const { done, space, kept } = await withPrepared(
      { prepare: moment.prepare, person: () => person },
      call.act.prepare?.(input) ?? [],
      attempt,
    )
    if (!call.act.reads) wrote(space)
    // The act is committed: if its news cannot be read, only the news is lost.
    const news = call.told && kept && (await store.read((tx) => newsFor(tx, space, kept, leads)).catch(() => undefined))
    if (news) call.told?.(news)
    return done
  }
  return (call) =>
    perform(call).catch((error) => {
      throw refusalOf(error) ?? error
    })
}

/**
 * The changes that the caller may hear of, with the areas they see after the act; only changes of
 * areas and members alter those.
 */
async function newsFor(tx: Tx, space: string, { by, areasBefore, entries }: WrittenBy, leads: Leads): Promise<News[]> {
  const same = entries.every(({ changes }) => changes.every(({ nouns }) => !nouns.area && !nouns.member))
  const areas = same ? areasBefore : new Set((await areasSeen(tx, space, by)).map(({ id }) => id))
  const topicNow = await leads(tx, space)
  return entries.flatMap((entry) => newsOf(entry, { person: by, areas }, topicNow) ?? [])
}

type Hands = Pick<HereIAm, 'now' | 'newId' | 'model' | 'prepared' | 'zone'>
type WrittenBy = { by: string; areasBefore: { has(area: string): boolean }; entries: readonly Kept[] }
type Done = { done: Record<string, unknown>; space: string; kept?: WrittenBy }

/** An act that is being done: its call, the input parsed, and how its caller is looked up. */
interface Doing {
  call: Call
  input: Record<string, unknown>
  arriving: (tx: Tx) => ReturnType<typeof arrive>
}

const performReading = (store: Store, hands: Hands, { call, input, arriving }: Doing): Promise<Done> =>
  store.read(async (tx) => {
    const here = await arriving(tx)
    return { done: await call.act.run({ ...here, tx, ...hands, ...silent }, input), space: here.space.id }
  })

const performWriting = (store: Store, hands: Hands, { call, input, arriving }: Doing): Promise<Done> =>
  store.write(async (tx) => {
    const { me, areas, space } = await arriving(tx)
    const again = await outcomeAgain(tx, space.id, me.id, call, input)
    if (again) return { done: again, space: space.id }
    const entry = { act: call.act.name, by: me.id, door: call.door, now: hands.now }
    const entries: Kept[] = []
    const keeps = (one: Kept) => void entries.push(one)
    const done = await recordAs({ tx, space, ...hands, keeps }, entry, (here) =>
      call.act.run({ ...here, me, areas, model: hands.model, zone: hands.zone } satisfies HereIAm, input),
    )
    await keepIfKeyed(tx, space.id, me.id, call, input, done, hands.now)
    return { done, space: space.id, kept: { by: me.id, areasBefore: areas, entries } }
  })

const silent = { changed: () => {}, unsigned: () => {}, converts: () => '' }

/** Finds the space, the caller's role and visible areas; a space that is not theirs is absent. */
async function arrive(tx: Tx, { act, by, space: slug = '' }: Call): Promise<Pick<HereIAm, 'space' | 'me' | 'areas'>> {
  const row =
    by === 'folder-owner' ? await spaceForOwner(tx, slug) : await spaceForPerson(tx, slug, (await personOf(tx, by)).id)
  if (!row) throw absent('space', 'space')
  const role = row.role as Role
  if (!reaches(role, act.may)) {
    throw notYours(
      `Only ${act.may === 'owner' ? 'an owner' : `a ${act.may}`} may do this.`,
      'Ask an owner of this space.',
    )
  }
  const areas = await areasSeen(tx, row.id, row.person)
  return {
    space: { id: row.id, slug: row.slug, name: row.name },
    me: { id: row.person, name: row.personName, role },
    areas: new Map(areas.map((area) => [area.id, area])),
  }
}

const personOf = (tx: Tx, by: Person | Session) => ('whose' in by ? by.whose(tx) : by)

async function performInHouse(
  store: Store,
  hands: Pick<AtTheDoor, 'now' | 'newId'>,
  call: Call,
  input: Record<string, unknown>,
) {
  const arriving = async (tx: Tx) => {
    const me =
      call.by === 'folder-owner' ? ((await founderOf(tx)) ?? (await firstOwner(tx))) : await personOf(tx, call.by)
    if (!me) throw notYours('Nobody is here yet.', 'Open the link that the server printed.')
    return me
  }
  if (call.act.reads) {
    return store.read(async (tx) => call.act.run({ tx, me: await arriving(tx), ...hands } satisfies AtTheDoor, input))
  }
  return store.write(async (tx) => {
    const me = await arriving(tx)
    const again = await outcomeAgain(tx, HOUSE, me.id, call, input)
    if (again) return again
    const done = await call.act.run({ tx, me, ...hands } satisfies AtTheDoor, input)
    await keepIfKeyed(tx, HOUSE, me.id, call, input, done, hands.now)
    return done
  })
}

const hashOf = (input: unknown) => createHash('sha256').update(JSON.stringify(input)).digest('hex')

async function outcomeAgain(tx: Tx, space: string, person: string, { act, key }: Call, input: Record<string, unknown>) {
  if (key === undefined) return undefined
  const kept = await outcomeOf(tx, space, person, key)
  if (!kept) return undefined
  if (!isOutcomeOf(kept, act, input)) {
    throw unfit('key', 'You have used it for something else.', 'Send a fresh UUID for each wish.')
  }
  if (act.secret)
    throw unfit('key', 'This was made already, and is shown only once.', 'Make another, with a fresh UUID.')
  return inPresentWords(act, kept.act, JSON.parse(kept.result) as Record<string, unknown>)
}

/** Whether a stored outcome is of this act and input, under its present or former name. */
function isOutcomeOf(kept: { act: string; input_hash: string }, act: Act, input: Record<string, unknown>): boolean {
  if (kept.act === act.name && kept.input_hash === hashOf(input)) return true
  return kept.act === act.formerly?.name && kept.input_hash === hashOf(inFormerWords(act, input))
}

async function keepIfKeyed(
  tx: Tx,
  space: string,
  person: string,
  { act, key }: Call,
  input: unknown,
  result: unknown,
  now: string,
): Promise<void> {
  if (key === undefined) return
  const kept = { space_id: space, person_id: person, key, act: act.name }
  await keepOutcome(tx, {
    ...kept,
    input_hash: hashOf(input),
    result: JSON.stringify(act.secret ? {} : result),
    at: now,
  })
}
