/**
 * The matrix of areas: each act by role, by whether one is in the closed area, by door. Whoever cannot see it is
 * answered, byte for byte, as if nothing of it were there.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { acts } from '../src/acts.ts'
import { Refusal, type Role, reaches, roles } from '../src/ba/index.ts'
import { type Beside, matrix, type Place, type Things } from './area-matrix.ts'
import { commandLineOf, serverOf } from './command-line.ts'
import { type Door, doorOf } from './door.ts'
import { type House, openHouse, type Somebody } from './house.ts'
import { goRound } from './round.ts'

type Name = (typeof acts)[number]['name']

/** A door: for whom it opens, and what somebody is answered there, as text. */
interface Way {
  roles: readonly Role[]
  /** Onto which acts it opens, if not all. */
  opens?: (name: Name) => boolean
  answer: (who: Somebody, slug: string, name: Name, input: object) => Promise<string>
}

/** A space in which an open round has gone; in one of the two there is a closed area with a round of its own. */
interface Ground {
  slug: string
  open: Things
  people: Record<Role, Somebody>
  insider: Somebody
  outsider: Somebody
}

let house: House
let door: Door
let withArea: Ground & { closed: Things; insiders: Record<Role, Somebody> }
let without: Ground
let elsewhere: Things
let lines: Record<'here' | 'through', ReturnType<typeof commandLineOf>>
const cookies = new Map<string, string>()
const keys = new Map<string, string>()

const never = (things: Things): Things =>
  Object.fromEntries(
    Object.entries(things).map(([name, value]) => [name, typeof value === 'number' ? value : `${name}-never`]),
  ) as Things

beforeAll(async () => {
  house = await openHouse()
  door = doorOf(house)
  const names = ['Mara', 'Ben', 'Ana', ...roles.flatMap((role) => [`Out ${role}`, `In ${role}`])]
  const everybody = new Map<string, Somebody>()
  for (const name of names) everybody.set(name, await house.comes(name, 'reader'))
  const ground = async (name: string, mark = 'Okapi') => {
    const founder = everybody.get('Out owner')
    if (founder) await house.mayMakeSpaces(founder)
    const slug = (await founder?.does('create-space', { name }))?.slug ?? ''
    const joins = async (one: string, role: Role) => {
      const who = everybody.get(one) as Somebody
      return one === 'Out owner' ? house.here(who, slug) : house.joins(who, role, slug)
    }
    const three = {
      mara: await joins('Mara', 'keeper'),
      ben: await joins('Ben', 'member'),
      ana: await joins('Ana', 'member'),
    }
    const people: Record<string, Somebody> = {}
    const insiders: Record<string, Somebody> = {}
    for (const role of roles) {
      people[role] = await joins(`Out ${role}`, role)
      insiders[role] = await joins(`In ${role}`, role)
    }
    const open = await goRound(house, three, mark)
    await house.whorl.settle()
    const link = await three.ben.does('read-page-text', { topic: open.topic })
    const markdown = `${link.markdown}\nSee [[Zebra purge]] and [[zebra-purge|it]]. ^[zebra.md:1]\n`
    await three.ben.does('edit-page', { topic: open.topic, version: link.version, markdown })
    return {
      slug,
      open,
      three,
      people: people as Ground['people'],
      insiders: insiders as Ground['people'],
      insider: insiders.member as Somebody,
      outsider: people.member as Somebody,
    }
  }
  const first = await ground('Aleph')
  without = await ground('Beth')
  elsewhere = { ...(await ground('Gimel', 'Yak')).open, area: 'elsewhere' }
  const { slug: area } = await first.three.mara.does('make-area', { name: 'Board room' })
  for (const who of [first.three.ben, first.three.ana, ...Object.values(first.insiders)]) {
    await first.three.mara.does('let-in', { area, person: who.id })
  }
  withArea = { ...first, closed: await goRound(house, first.three, 'Zebra', area) }
  lines = { here: commandLineOf(house), through: commandLineOf(house, await serverOf(house)) }
  for (const who of [...everybody.values()]) {
    cookies.set(who.id, await door.signIn(who))
    for (const slug of [withArea.slug, without.slug]) {
      const { secret } = await house.here(who, slug).does('make-agent-key', { name: 'Robin' })
      keys.set(`${who.id} ${slug}`, secret)
    }
  }
}, 60_000)

async function byPerform(who: Somebody, slug: string, name: Name, input: object): Promise<string> {
  const act = acts.find((one) => one.name === name)
  if (!act) throw new Error(`There is no act ${name}.`)
  try {
    return JSON.stringify(await house.whorl.perform({ act, space: slug, input, by: who, door: 'test' }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { kind, field, problem, remedy } = error
    return JSON.stringify({ kind, field, problem, remedy })
  }
}

/** What somebody's agent is answered, and, where it waits, what becomes of it when they say yes. */
async function byAgent(who: Somebody, slug: string, name: Name, input: object): Promise<string> {
  const given = toolInput(name, input)
  const call = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: given } }
  const authorization = `Bearer ${keys.get(`${who.id} ${slug}`)}`
  const accept = 'application/json, text/event-stream'
  const headers = { authorization, accept, 'content-type': 'application/json' }
  const { json } = await door.fetch('/mcp', { method: 'POST', headers, body: JSON.stringify(call) })
  const { proposal } = json.result.structuredContent
  if (!proposal) return JSON.stringify(json.result.structuredContent)
  const done = await byPerform(who, slug, 'accept-proposal', { proposal })
  if (/^\{"kind":/.test(done)) await byPerform(who, slug, 'decline-proposal', { proposal })
  return `${JSON.stringify(json.result.structuredContent)} ${done}`
}

/** Assistants have their own word for what is searched for. */
const toolInput = (name: string, input: object) =>
  name === 'search' && 'words' in input ? { query: input.words } : input

async function byHttp(who: Somebody, slug: string, name: Name, input: object): Promise<string> {
  const { status, text } = await door.does(cookies.get(who.id) ?? '', slug, name, input)
  return `${status} ${text}`
}

const byCommand =
  (line: () => ReturnType<typeof commandLineOf>): Way['answer'] =>
  async (_, slug, name, input) => {
    const { code, out, error } = await line()(name, '--space', slug, '--json', JSON.stringify(input))
    return `${code} ${out}${error}`.trim()
  }

/** What followed from the act before is waited for, and that may be much where a machine is slow. */
const SLOW = { timeout: 60_000 }

const tools: string[] = acts.filter(({ tool }) => tool).map(({ name }) => name)

/** Every door there is; a command line speaks for the folder's owner alone, who is in no closed area here. */
const ways: Record<string, Way> = {
  perform: { roles, answer: byPerform },
  http: { roles, answer: byHttp },
  mcp: { roles, opens: (name) => tools.includes(name), answer: byAgent },
  // `whorl scan PATH` scans a folder of one's own machine.
  'the command line': { roles: ['owner'], opens: (name) => name !== 'scan', answer: byCommand(() => lines.here) },
  'the command line through a server': {
    roles: ['owner'],
    opens: (name) => name !== 'scan',
    answer: byCommand(() => lines.through),
  },
}

// No door knows which store there is: on PostgreSQL it is enough to try what all of them call.
const open = Object.entries(ways).filter(([name]) => process.env.WHORL_TEST_STORE === 'sqlite' || name === 'perform')

/** What somebody is answered, as text in which every id is a number in order of appearance. */
const answer = async ({ answer: say }: Way, who: Somebody, slug: string, name: Name, input: object) =>
  plain(await say(who, slug, name, input), slug)

function plain(text: string, slug: string): string {
  const seen = new Map<string, number>()
  return (
    text
      .replaceAll(slug, 'SPACE')
      .replace(/\bid-\d{8}\b/g, (id) => `id ${seen.get(id) ?? seen.set(id, seen.size + 1).size}`)
      .replace(/-\d{8}\.(md|json)/g, '-ID.$1')
      // An export says the name of its space.
      .replace(/\b(?:Aleph|Beth)\b/g, 'NAME')
      // A mark is a hash of names that have ids in them.
      .replace(/("mark": ?)"[0-9a-f]{64}"/g, '$1"MARK"')
      .replace(/(board-room-)\d+/g, '$1ID')
      .replace(/"\/enter#[^"]+"/g, '"/enter#TOKEN"')
      .replace(/"whorl_[^"]+"/g, '"SECRET"')
  )
}

const besideOf = (ground: Ground): Beside => ({
  open: ground.open,
  insider: ground.insider.id,
  outsider: ground.outsider.id,
  title: 'Zebra purge',
  fileName: 'Zebra.md',
  fileText: '# Zebra purge\n\nA Zebra purge empties the cache of Zebra.\n',
})

const inSpaces = Object.entries(matrix).filter(([, place]) => !place.house) as [Name, Place][]
const actNamed = (name: Name) => acts.find((one) => one.name === name) as (typeof acts)[number]

test('Every act has its place in the matrix, and nothing else has', () => {
  expect(Object.keys(matrix).sort()).toEqual(acts.map(({ name }) => name).sort())
  for (const { name, scope } of acts) {
    const place: Place = matrix[name]
    expect(Boolean(place.house), `${name} is of the house`).toBe(scope === 'house')
    if (place.house) continue
    expect((place.aimed?.length ?? 0) + (place.blind?.length ?? 0), `${name} is tried`).toBeGreaterThan(0)
    // Whatever names a thing of an area has to be tried at a thing of a closed one.
    const names = Object.keys(actNamed(name).input.shape)
    const things = [
      'topic',
      'question',
      'claim',
      'claims',
      'source',
      'request',
      'showing',
      'doing',
      'exercise',
      'evidence',
      'area',
      'areas',
      'thing',
      'story',
    ]
    if (names.some((one) => things.includes(one))) expect(place.aimed?.length, `${name} is aimed`).toBeGreaterThan(0)
  }
})

/** Acts that answer of what is not there as of what is: with nothing. */
const tellsNothing: Record<string, RegExp> = { dismiss: /\{\}$/, 'my-claims': /"claims":\s*\[\]/ }

const reading = inSpaces.filter(([name, { blind }]) => blind && actNamed(name).reads)

test.each(open)('By %s an owner reads what they read by any door', async (_, way) => {
  const [who, beside] = [withArea.people.owner, besideOf(withArea)]
  // Assistants are given what was found in a form of their own.
  const same = reading.filter(
    ([name]) => (way.opens?.(name) ?? true) && !(way === ways.mcp && ['search', 'fetch'].includes(name)),
  )
  for (const [name, { blind = [] }] of same) {
    for (const input of blind.map((make) => make(beside))) {
      const given = await byPerform(who, withArea.slug, name, input)
      const said = (await way.answer(who, withArea.slug, name, input)).replace(/^\d+ /, '')
      // How a door says no is compared with how it says no elsewhere.
      if (!given.startsWith('{"kind"')) expect(JSON.parse(said)).toEqual(JSON.parse(given))
    }
  }
})

describe.each(open)('By %s', (_, way) => {
  const tried = inSpaces.filter(([name]) => way.opens?.(name) ?? true)
  describe.each(way.roles)('a %s who is not in the closed area', (role) => {
    // An assistant searches by words alone: it names nothing.
    const named = tried.filter(([name, { aimed }]) => aimed && !(way === ways.mcp && name === 'search'))
    test.for(named)('finds nothing of it by $0', SLOW, async ([name, place], { signal }) => {
      const who = withArea.people[role]
      for (const aim of place.aimed ?? []) {
        const beside = besideOf(withArea)
        signal.throwIfAborted()
        const baseline = await answer(way, who, withArea.slug, name, aim(never(withArea.closed), beside))
        for (const things of [withArea.closed, elsewhere]) {
          expect(await answer(way, who, withArea.slug, name, aim({ ...things, version: 2 } as Things, beside))).toBe(
            baseline,
          )
        }
        expect(baseline).toMatch(
          reaches(role, actNamed(name).may) ? (tellsNothing[name] ?? /There is no such/) : /not-yours/,
        )
        expect(baseline).not.toMatch(/zebra/i)
      }
    })

    test.for(tried.filter(([, { blind }]) => blind))(
      'is answered by $0 as if nothing of it were there',
      SLOW,
      async ([name, place], { signal }) => {
        for (const input of place.blind ?? []) {
          // What followed from the acts tried before is done in both, or in neither.
          await house.whorl.settle()
          // A test that has run out of time does nothing more: what it did late would stand in one of the two only.
          signal.throwIfAborted()
          const here = await answer(way, withArea.people[role], withArea.slug, name, input(besideOf(withArea)))
          const there = await answer(way, without.people[role], without.slug, name, input(besideOf(without)))
          expect(here).toBe(there)
          if (!reaches(role, actNamed(name).may)) expect(here).toMatch(/not-yours/)
        }
      },
    )
  })
})

describe.each(roles)('A %s who is in the closed area', (role) => {
  test.each(inSpaces.filter(([, { aimed }]) => aimed))('meets it by %s', async (name, place) => {
    const who = withArea.insiders[role]
    for (const aim of place.aimed ?? []) {
      const input = aim(
        { ...withArea.closed, version: await versionOf() },
        { ...besideOf(withArea), insider: someoneElse(role) },
      )
      const said = await answer(ways.perform as Way, who, withArea.slug, name, input)
      const kind = /^\{"kind":"([a-z-]+)"/.exec(said)?.[1] ?? 'done'
      // The page has been imported by the first of them, or its title differs: that is no matter of areas.
      const own = ['edit-page', 'import-page'].includes(name) && kind === 'unfit' ? 'done' : kind
      expect(own).toBe(reaches(role, actNamed(name).may) ? place.inside : 'not-yours')
    }
  })
})

const someoneElse = (role: Role) => withArea.insiders[role === 'member' ? 'keeper' : 'member'].id

async function versionOf(): Promise<number> {
  return (await withArea.insiders.member.does('read-page-text', { topic: withArea.closed.topic })).version
}

test('No faults came of all this', () => {
  expect([...house.faults, ...door.faults]).toEqual([])
})
