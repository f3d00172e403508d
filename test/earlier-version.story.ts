/**
 * A data file of version 9d834d4 opens and keeps everything. Where a version gives something another name or place,
 * it says so in the tables below: all that is not said there has to be as it was.
 */
import { beforeAll, expect, test, vi } from 'vitest'
import { acts } from '../src/acts.ts'
import { inPresentWords, looseSlug } from '../src/ba/index.ts'
import { openStore, type Place } from '../src/store/index.ts'
import { exactName } from '../src/text/index.ts'
import { cookieFor, doorOf } from './door.ts'
import { earlierStore, notes, reopenHouse } from './earlier-version.ts'
import { everyRow, type Row } from './every-row.ts'
import type { House, Somebody } from './house.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 300_000 })

type Rows = Record<string, Row[]>

/** Acts that have another name now, by the one they had. */
const actNow: Record<string, string> = Object.fromEntries(
  acts.flatMap(({ name, formerly }) => (formerly ? [[formerly.name, name]] : [])),
)

/** A proposal's input, its fields named as they are now. */
const inputNow = (was: unknown, { act, settled_at }: Row) =>
  was === null || settled_at !== null
    ? was
    : JSON.stringify(inPresentWords(actNamed(String(act)), String(act), JSON.parse(String(was))))

/** Reactions that have another name now, by the one they had. */
const reactionNow: Record<string, string> = {}

/** What became of a table since. */
interface Change {
  /** What it is called now. */
  called?: string
  /** What a value is now, by column. */
  values?: Record<string, (was: unknown, row: Row) => unknown>
  /** Columns that say something else now, or are gone: what was in one, read back from where it is now. */
  elsewhere?: Record<string, (row: Row, now: Rows) => unknown>
  /** Which rows are gone, because others say the same. */
  gone?: (row: Row) => boolean
  /** Whether rows have been added to it. */
  more?: boolean
}

const named = (names: Record<string, string>) => (was: unknown) => names[String(was)] ?? was

const since: Record<string, Change> = {
  migration: { more: true },
  proposal: { values: { act: named(actNow), input: inputNow } },
  job: { values: { kind: named({ turn: 'scan', 'take-in': 'bring' }) } },
  // Pages that were brought together have no reaction of their own any more.
  reaction_cursor: {
    values: { reaction: named(reactionNow) },
    elsewhere: { seq: ({ seq }) => seq },
    gone: ({ reaction }) => reaction === 'pages-become-findable',
  },
  parked: { values: { reaction: named(reactionNow) } },
  // The ledger's rows are to be counted: an entry of the migration's own says so.
  space: { elsewhere: { seq: ({ id, seq }, now) => (Number(rowOf(now.space, id)?.seq) >= Number(seq) ? seq : null) } },
  journal: { more: true, elsewhere: { about: aboutOf } },
  // Kept as they are written now, not as slugs: see below.
  alias: { gone: () => true },
  link: { gone: () => true },
  conversion: {
    elsewhere: {
      from_person: ({ id, from_person: was }, now) => partIs(id, was, ['showed', 'said', 'put-together', 'did'], now),
      with_person: ({ id, with_person: was }, now) =>
        partIs(id, was, ['was-shown', 'asked', 'witnessed', ...(was === null ? [] : ['put-together'])], now),
      topics: ({ id, topics }, now) => {
        const about = (now.conversion_topic ?? []).filter((row) => row.conversion_id === id).map((row) => row.topic_id)
        // A line that was split off took how it was told along to its new topic.
        return listed(topics).every((topic) => about.includes(topic)) ? topics : about
      },
      causes: ({ id, causes }, now) => {
        const led = (now.conversion_cause ?? []).filter((row) => row.conversion_id === id)
        const same = led.every(({ kind, cause_id }) => kind === 'same-topic' && listed(causes).includes(cause_id))
        return same && led.length === new Set(listed(causes)).size ? causes : led
      },
    },
  },
  evidence: {
    more: true,
    elsewhere: {
      topic_id: ({ id, kind, topic_id }, now) =>
        kind === 'remembers' ? remembered(id, now) && topic_id : rowOf(now.evidence, id)?.topic_id,
      at: ({ id, kind, at }, now) => (kind === 'remembers' ? remembered(id, now) && at : rowOf(now.evidence, id)?.at),
      stands_at: ({ id, kind }, now) =>
        rowOf(now.evidence, id)?.[kind === 'remembers' ? 'stood_for_topic' : 'stands_at'],
    },
  },
}

const listed = (json: unknown) => JSON.parse(String(json)) as unknown[]

/** Whoever a conversion was from, or with, took part in it in one of these ways, and nobody did where there was nobody. */
function partIs(id: unknown, was: unknown, ways: string[], now: Rows): unknown {
  const parts = (now.conversion_part ?? []).filter((row) => row.conversion_id === id && ways.includes(String(row.how)))
  if (was === null) return parts.length === 0 ? null : parts
  return parts.some(({ person_id }) => person_id === was) ? was : parts
}

const rowOf = (rows: Row[] = [], id: unknown) => rows.find((row) => row.id === id)

/** What somebody remembered of a topic is what they remember of a line of it, since they recalled that, and theirs alone. */
function remembered(id: unknown, now: Rows): boolean {
  const { about_kind, about_id, topic_id, at, person_id, stands_at } = rowOf(now.evidence, id) ?? {}
  const exercises = (now.exercise ?? []).filter(({ claim_id }) => claim_id === about_id).map((one) => one.id)
  return (
    about_kind === 'claim' &&
    stands_at === null &&
    rowOf(now.claim, about_id)?.topic_id === topic_id &&
    (now.recall ?? []).some(
      (one) => one.person_id === person_id && one.at === at && exercises.includes(one.exercise_id),
    )
  )
}

/** What an entry was about is among what it changed, where something follows from that, or are the lines of its source. */
function aboutOf(row: Row, now: Rows): unknown {
  const { changed } = now.journal?.find(({ space_id, seq }) => space_id === row.space_id && seq === row.seq) ?? {}
  if (changed === '[]') return row.about
  const about = JSON.parse(String(row.about)) as Record<string, string>
  const lines = (now.claim ?? []).filter(({ source_id }) => source_id === about.source).map(({ id }) => id)
  const ids = [...Object.values(about).flatMap((one) => one.split(' ')), ...lines]
  return ids.some((id) => String(changed).includes(`"${id}"`)) ? row.about : changed
}

const actNamed = (was: string) => {
  const act = acts.find(({ name }) => name === (actNow[was] ?? was))
  if (!act) throw new Error(`There is no act ${was} any more: say in \`actNow\` what it is called.`)
  return act
}

let before: Rows
/** Every row as this version has it, before anything is done with it. */
let now: Rows
let place: Place
let house: House
let person: (name: string) => Somebody

// It is opened once: what is only read comes first, and each test leaves what the next ones look for.
beforeAll(async () => {
  ;({ place, before } = await earlierStore())
  const store = await openStore(place)
  now = await everyRow(store)
  await store.close()
  ;({ house, person } = await reopenHouse(place))
  await house.whorl.settle()
})

test('Every row of every table is there, with what it meant', async () => {
  expect(Object.keys(before).length).toBeGreaterThan(60)
  for (const [table, rows] of Object.entries(before)) {
    expect(rows.length, `rows of ${table} in the fixture`).toBeGreaterThan(0)
    const { called = table, values = {}, elsewhere = {}, gone = () => false, more = false } = since[table] ?? {}
    const columns = Object.keys(rows[0] ?? {})
    const stay = columns.filter((column) => !(column in elsewhere))
    const only = (row: Row) => JSON.stringify(stay.map((column) => [column, row[column]]))
    const kept = rows.filter((row) => !gone(row))
    const expected = kept.map((row) =>
      only(Object.fromEntries(columns.map((column) => [column, values[column]?.(row[column], row) ?? row[column]]))),
    )
    const found = (now[called] ?? []).map(only)
    const same = more ? found.filter((row) => expected.includes(row)) : found
    expect(same.sort(), `rows of ${called}`).toEqual(expected.sort())
    for (const [column, readBack] of Object.entries(elsewhere))
      for (const row of kept) expect(readBack(row, now), `${table}.${column}`).toEqual(row[column])
  }
})

test('Aliases lead to their pages, and what pages linked to is known', async () => {
  for (const { topic_id, slug } of before.alias ?? []) {
    const names = (now.topic_name ?? []).filter((one) => one.topic_id === topic_id && one.kind === 'alias')
    expect(names.map(({ name }) => looseSlug(String(name)))).toContain(slug)
  }
  for (const { topic_id, slug } of before.link ?? []) {
    const names = (now.linked_name ?? []).filter((one) => one.topic_id === topic_id)
    expect(names.map(({ name }) => looseSlug(String(name)))).toContain(slug)
  }
  for (const { id, title } of before.topic ?? [])
    expect(now.topic_name).toContainEqual(
      expect.objectContaining({ topic_id: id, kind: 'title', name: exactName(String(title)) }),
    )
})

test('What nobody had followed yet is followed, once', async () => {
  const [ben, ida, jo] = [person('Ben'), person('Ida'), person('Jo')]
  await house.whorl.settle()
  // Lines that were confirmed stand on their page, are asked, and are found.
  const page = await pageOf(ben, 'pilot-boat')
  for (const said of ['wait for the seventh wave', 'of nine metres is the longest that we rig']) {
    expect(page.split(said)).toHaveLength(2)
    expect(await find(ben, said)).toContain('Pilot boat')
  }
  const claims = await house.whorl.store.db
    .selectFrom('claim')
    .select('id')
    .where('source_id', '=', notes.things.unfollowedSource)
    .execute()
  const exercises = await house.whorl.store.db.selectFrom('exercise').select(['claim_id', 'rested_at']).execute()
  for (const { id } of claims) expect(exercises.filter(({ claim_id }) => claim_id === id)).toHaveLength(1)
  // One that was taken out is gone from the page, and asked no more.
  expect(await pageOf(ben, notes.things.purge)).not.toContain('two minutes')
  expect(exercises.filter(({ claim_id }) => claim_id === notes.things.lapsed)).toEqual([
    { claim_id: notes.things.lapsed, rested_at: expect.any(String) },
  ])
  // A topic that was started has its page; what jobs had brought in is found; who was asked and answered is not asked.
  expect(await pageOf(ben, 'night-watch')).toContain('The night watch is two people with one lamp.')
  for (const words of ['moon makes a spring tide', 'late tide comes at nine', 'Dog leads hang at the gate'])
    expect((await find(ben, words)).length).toBeGreaterThan(0)
  expect(JSON.stringify(await jo.does('today', {}))).not.toContain('Which winch is the strongest?')
  // Whoever looked for something in vain hears that it is here.
  const { mine } = await ida.does('list-missing', {})
  expect(mine.find(({ id }) => id === notes.things.dredged)).toMatchObject({ foundAt: expect.any(String) })
  // The example that somebody had asked for is made.
  const { spaces } = await person('Olga').does('list-spaces', {})
  expect(spaces.map(({ slug }) => slug)).toContain('example')
  expect(house.faults).toEqual([])
})

test('Rounds that had closed stay closed, and everybody reads what they read', async () => {
  for (const [name, then] of Object.entries(notes.read)) {
    const who = person(name)
    const { topics } = await who.does('list-topics', {})
    const paths = topics.map(({ path }) => path)
    expect(paths, `${name}’s topics`).toEqual(expect.arrayContaining(then.topics))
    const whole = new Map((await who.does('the-whole', {})).topics.map(({ topic, whorls }) => [topic.path, whorls]))
    for (const topic of then.topics) {
      expect(await closedOf(who, topic), `rounds of ${topic} for ${name}`).toEqual(then.whorls[topic] ?? [])
      expect(whole.get(topic) ?? 0, `rounds of ${topic} in the whole`).toBe(then.wholeWhorls[topic] ?? 0)
      expect(withoutRemembers(await knownOf(who, topic)), `who knows ${topic}, for ${name}`).toEqual(
        withoutRemembers(then.knows[topic] ?? []),
      )
    }
    const { record } = await who.does('my-record', {})
    const kept = new Set(record.map(({ kind, topic }) => `${kind} ${topic.path}`))
    expect([...kept], `${name}’s record`).toEqual(expect.arrayContaining(then.record))
    // A line that went to another topic took with it that somebody recalled it.
    for (const one of kept) if (!then.record.includes(one)) expect(one).toMatch(/^remembers /)
    await who.does('today', {})
  }
  await readEverything()
})

const closedOf = async (who: Somebody, topic: string) =>
  (await who.does('topic-spiral', { topic })).whorls.map(({ closedAt }) => closedAt)

const knownOf = async (who: Somebody, topic: string) =>
  (await who.does('who-knows', { topic })).people
    .map(({ person, reasons }) => `${person.name}: ${[...new Set(reasons.map(({ kind }) => kind))].sort().join(', ')}`)
    .sort()

/** What somebody remembered of a topic is of its lines now, and theirs alone until they let that stand again. */
const withoutRemembers = (known: string[]) =>
  known.map((one) => one.replace(/,? remembers$/, '')).filter((one) => !one.endsWith(':'))

/** Every page has its words, its history and its neighbourhood; a line leads back to who said it. */
async function readEverything() {
  const [mara, ben] = [person('Mara'), person('Ben')]
  for (const { path } of (await mara.does('list-topics', {})).topics) {
    const { page } = await mara.does('read-page', { topic: path })
    if (page) expect((await mara.does('page-history', { topic: path })).versions.length).toBeGreaterThan(0)
    await mara.does('neighbourhood', { topic: path })
    await mara.does('topic-care', { topic: path })
  }
  const line = await ben.does('lineage', { claim: notes.things.line })
  expect(line).toMatchObject({
    claim: { statement: 'Watch the queue, not the load.', words: 'You watch the queue, not the load.' },
    question: { words: 'How do I purge without an outage?', askedBy: { name: 'Ben' } },
    shown: [{ by: { name: 'Mara' }, to: { name: 'Ben' } }],
    pages: [{ topic: { path: 'cache-purge' } }],
  })
  for (const { id } of (await mara.does('list-sources', {})).sources) await mara.does('read-source', { source: id })
  expect(house.faults).toEqual([])
}

test('An act that was done with a key gives what came of it then, and nothing happens twice', async () => {
  const settled = await everyRow(house.whorl.store)
  expect(notes.outcomes.length).toBe(before.outcome?.length)
  for (const { who, space, key, act: name, input } of notes.outcomes) {
    const { id } = notes.people[who] ?? { id: '' }
    const kept = before.outcome?.find((row) => row.person_id === id && row.key === key)
    const act = actNamed(name)
    const call = {
      act,
      input: inPresentWords(act, name, input),
      space: space ?? undefined,
      by: { id, name: who },
      door: 'test',
      key,
    }
    if (act.secret) await expect(house.whorl.perform(call)).rejects.toMatchObject({ kind: 'unfit', field: 'key' })
    else expect(await house.whorl.perform(call), `${name} with its key`).toEqual(resultNow(act, name, kept))
  }
  const other = { ...notes.outcomes[1], input: { title: 'Something else' } }
  const call = { act: actNamed('start-topic'), input: other.input, space: notes.space, door: 'test', key: other.key }
  const by = { id: notes.people.Ben?.id ?? '', name: 'Ben' }
  await expect(house.whorl.perform({ ...call, by })).rejects.toMatchObject({ kind: 'unfit', field: 'key' })
  await house.whorl.settle()
  expect(await everyRow(house.whorl.store)).toEqual(settled)
})

test('People sign in with their passwords, and whoever was signed in still is', async () => {
  const door = doorOf(house)
  const post = (path: string, body: unknown) =>
    door.fetch(`/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  for (const name of ['Olga', 'Lena']) {
    const email = notes.people[name]?.email
    expect((await post('/sign-in/email', { email, password: notes.password })).status).toBe(200)
  }
  expect((await post('/sign-in/email', { email: 'mara@harbour.example', password: 'another one' })).status).toBe(403)
  for (const { token, person_id } of before.login ?? []) {
    const { json } = await door.fetch('/api/house/list-spaces', { cookie: cookieFor(String(token)) })
    expect(json.me.id).toBe(person_id)
  }
})

test('What somebody put aside stays aside, and only because they did', async () => {
  expect(before.dismissal).toHaveLength(notes.dismissed.length)
  const kinds = new Set(notes.dismissed.map(({ kind }) => kind))
  expect([...kinds].sort()).toEqual([...Object.keys(onToday), 'suggested'].sort())
  // What waits for them otherwise is more than Today shows.
  const shown = async (who: Somebody, kind: string): Promise<unknown[]> => {
    if (kind === 'suggested') return (await who.does('suggest-topics', {})).suggestions.map(({ thing }) => thing)
    const things = (await who.does('today', {})).things as Row[]
    return things.filter((one) => one.kind === kind).map((one) => onToday[kind]?.(one))
  }
  for (const { who, kind, thing } of notes.dismissed)
    expect(await shown(person(who), kind), `${who} put ${kind} aside`).not.toContain(thing)
  for (const { who, kind, thing } of oneOfEach()) {
    await house.whorl.store.write(({ db }) =>
      db.deleteFrom('dismissal').where('person_id', '=', person(who).id).where('thing', '=', thing).execute(),
    )
    expect(await shown(person(who), kind), `${who} is shown ${kind}`).toContain(thing)
  }
})

/** One of each kind: what its person would be shown else is little enough for Today. */
const oneOfEach = () => new Map(notes.dismissed.toReversed().map((one) => [one.kind, one])).values()

test('What was parked waits for an owner, and follows when it is tried again', async () => {
  const [olga, ben, jo] = [person('Olga'), person('Ben'), person('Jo')]
  const was = (before.parked ?? []).map(({ reaction, seq, retry_at }) => ({
    reaction: named(reactionNow)(reaction),
    seq,
    asked: retry_at !== null,
  }))
  expect(was.map(({ asked }) => asked).sort()).toEqual([false, false, false, false, true, true, true])
  // What an owner had asked for has been tried again; the rest waits.
  const parked = async () => (await olga.does('list-parked', {})).parked
  const waiting = was.filter(({ asked }) => !asked)
  const entries = (await parked()).filter(({ reaction }) => !reaction.startsWith('job:'))
  expect(entries.map(({ reaction, seq }) => ({ reaction, seq })).sort(bySeq)).toEqual(
    waiting.map(({ reaction, seq }) => ({ reaction, seq })).sort(bySeq),
  )
  for (const { error } of entries) expect(error).toBe('The disk was full.')
  expect(await find(ben, 'When a brake smokes')).toContain('Crane brakes')
  expect(await pageOf(ben, 'crane-brakes')).not.toContain('lower the load at once')
  for (const { reaction, seq } of await parked()) await olga.does('retry-parked', { reaction, seq })
  await house.whorl.settle()
  expect(await parked()).toEqual([])
  expect(await pageOf(ben, 'crane-brakes')).toContain('lower the load at once')
  const { exercises } = await ben.does('list-exercises', { topic: 'crane-brakes' })
  expect(exercises).toHaveLength(1)
  expect(JSON.stringify(await jo.does('today', {}))).not.toContain('How steep may the slipway be?')
  expect(house.faults).toEqual([])
})

/** What an act gave, its fields named as they are now. */
const resultNow = (act: (typeof acts)[number], name: string, kept: Row | undefined) =>
  inPresentWords(act, name, JSON.parse(String(kept?.result)))

const bySeq = (a: { seq: unknown; reaction: unknown }, b: { seq: unknown; reaction: unknown }) =>
  Number(a.seq) - Number(b.seq) || String(a.reaction).localeCompare(String(b.reaction))

test('What agents had proposed waits for its person, and is done when they say so', async () => {
  for (const who of ['Ben', 'Mara', 'Nia']) {
    const theirs = notes.proposals.filter((one) => one.who === who)
    const { proposals } = await person(who).does('list-proposals', {})
    expect(proposals.map(({ id, act }) => [id, act]).sort()).toEqual(
      theirs.map(({ proposal, act }) => [proposal, actNow[act] ?? act]).sort(),
    )
    for (const { proposal, act } of theirs)
      expect(await person(who).does('accept-proposal', { proposal })).toMatchObject({ act: actNow[act] ?? act })
    expect(await person(who).does('list-proposals', {})).toEqual({ proposals: [], next: null })
  }
  await house.whorl.settle()
  const [ben, mara, nia] = [person('Ben'), person('Mara'), person('Nia')]
  const paths = (await ben.does('list-topics', {})).topics.map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['pilot-ladder', 'knots', 'lamps', 'on-call']))
  expect(paths).not.toContain('ropes')
  expect((await ben.does('read-page', { topic: 'ropes' })).topic.path).toBe('mooring-lines')
  const { questions } = await ben.does('list-questions', { topic: 'crane-brakes' })
  expect(questions.map(({ words }) => words)).toContain('Which brake first?')
  const { sources } = await ben.does('list-sources', {})
  expect(sources.map(({ name }) => name)).toEqual(expect.arrayContaining(['lamps.md', 'oars.txt']))
  expect((await mara.does('list-scans', {})).scans).toContainEqual(
    expect.objectContaining({ name: 'Notes', state: 'scanned' }),
  )
  const { stories } = await nia.does('my-stories', {})
  expect(stories).toHaveLength(1)
  const { story } = await nia.does('read-story', { story: stories[0]?.id ?? '' })
  expect(story.told.map(({ words }) => words)).toEqual(['We saw it drift at dawn.', 'The mate had cut it loose.'])
})

/** How a thing is known on Today, of each kind that can be put aside there. */
const onToday: Record<string, (thing: Row) => unknown> = {
  'read-here': ({ inference }) => inference,
  'model-here': ({ use }) => use,
  inferred: ({ scan, finding }) => `${scan} ${finding}`,
  gap: ({ question }) => (question as Row).id,
  missing: ({ missing }) => missing,
  review: ({ topic, due }) => `${(topic as Row).id} ${due}`,
  answered: ({ source }) => source,
  try: ({ topic }) => (topic as Row).id,
}

test('Opened again, nothing is left to follow', async () => {
  const settled = await everyRow(house.whorl.store)
  await house.whorl.close()
  const again = await reopenHouse(place)
  await again.house.whorl.settle()
  expect(await everyRow(again.house.whorl.store)).toEqual(settled)
})

const pageOf = async (who: Somebody, topic: string) => {
  const { page } = await who.does('read-page', { topic })
  return page ? (await who.does('read-page-text', { topic })).markdown : ''
}

const find = async (who: Somebody, words: string) =>
  (await who.does('search', { words: `${words} ` })).hits.map(({ title }) => title)
