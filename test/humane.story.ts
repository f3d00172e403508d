/** What is seen of people, promise by promise, each in the design's own words. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { acts } from '../src/acts.ts'
import { matrix, type Place } from './area-matrix.ts'
import { type House, openHouse, type Somebody } from './house.ts'
import { goRound, type Round } from './round.ts'
import { root } from './source.ts'

async function opened() {
  const house = await openHouse()
  const people = {
    mara: await house.comes('Mara', 'keeper'),
    ben: await house.comes('Ben', 'member'),
    ana: await house.comes('Ana', 'member'),
  }
  const owner = await house.comes('Olga', 'owner')
  const round = await goRound(house, people, 'Zebra')
  return { house, ...people, owner, round }
}

/** All that somebody can read of a round, by every reading act there is and all its ways of being asked. */
async function everything(who: Somebody, at: Round): Promise<Record<string, string>> {
  const seen: Record<string, string> = {}
  const beside = { open: at, insider: who.id, outsider: who.id, title: at.title, fileName: at.fileName, fileText: '' }
  for (const { name } of acts.filter((act) => act.reads)) {
    const { aimed = [], blind = [], house }: Place = matrix[name]
    const inputs = house ? [{}] : [...aimed.map((aim) => aim(at, beside)), ...blind.map((input) => input(beside))]
    for (const [n, input] of inputs.entries()) {
      const said = await who.does(name, input as never).catch(({ kind, problem }) => ({ kind, problem }))
      seen[`${name} ${n}`] = JSON.stringify(said)
    }
  }
  return seen
}

/** Does something, and expects that these people see nothing of it, by any act. */
async function unseenBy(all: Somebody[], at: Round, what: () => Promise<unknown>, house: House): Promise<void> {
  // What is shown is decided by acts that do not know which store there is: on PostgreSQL it is enough that one looks.
  const who = process.env.WHORL_TEST_STORE === 'sqlite' ? all : all.slice(0, 1)
  const before = []
  for (const one of who) before.push(await everything(one, at))
  await what()
  await house.whorl.settle()
  for (const [n, one] of who.entries()) expect(await everything(one, at)).toEqual(before[n])
}

test('Recall and wrong answers are the learner’s alone', async () => {
  const { house, mara, ben, ana, owner, round } = await opened()
  const { exercises } = await ana.does('list-exercises', {})
  expect(exercises.length).toBeGreaterThan(1)
  await unseenBy(
    [mara, ben, owner],
    round,
    async () => {
      for (const { id } of exercises)
        await ana.does('recall', { exercise: id, grade: 'missed', reply: 'Anas wrong words' })
      for (const { id } of exercises)
        await ana.does('recall', { exercise: id, grade: 'had-it', reply: 'Anas right words' })
      await ana.does('rest-exercise', { exercise: exercises[0]?.id ?? '', why: 'bad-question' })
    },
    house,
  )
  for (const who of [mara, ana, owner]) {
    const seen = JSON.stringify(await everything(who, round))
    expect(seen).not.toMatch(/Zebra reply|Zebra wrong|missed|nearly|had-it/)
  }
})

test('No is fine, and nobody is told', async () => {
  const { house, mara, ben, ana, owner, round } = await opened()
  await unseenBy([ben, ana, owner], round, () => mara.does('decline', { request: round.openRequest }), house)
  // Nor can whoever asked find out by asking her again, and she is not asked twice.
  const { questions } = await ben.does('list-questions', {})
  const question = questions.find(({ words }) => words.includes('cold'))?.id ?? ''
  expect(await ben.does('ask-also', { question, of: mara.id })).toEqual({ request: round.openRequest })
  expect((await mara.does('today', {})).things.filter(({ kind }) => kind === 'asked')).toEqual([])
})

test('Putting it off or passing it on tells the asker nothing either', async () => {
  const { house, mara, ben, ana, owner, round } = await opened()
  const snooze = () => mara.does('snooze', { request: round.openRequest, until: '2026-06-01' })
  await unseenBy([ben, ana, owner], round, snooze, house)
  await unseenBy([ben, owner], round, () => mara.does('pass-on', { request: round.openRequest, to: ana.id }), house)
  const { questions } = await ben.does('list-questions', {})
  const question = questions.find(({ words }) => words.includes('cold'))?.id ?? ''
  expect(await ben.does('ask-also', { question, of: mara.id })).toEqual({ request: round.openRequest })
  // Asked again she is asked again, and what was passed on may be passed back.
  expect((await mara.does('today', {})).things).toContainEqual(expect.objectContaining({ request: round.openRequest }))
  await mara.does('pass-on', { request: round.openRequest, to: ana.id })
  const back = (await ana.does('today', {})).things.find((one) => one.kind === 'asked')
  await ana.does('pass-on', { request: back?.request ?? '', to: mara.id })
  expect((await mara.does('today', {})).things).toContainEqual(expect.objectContaining({ request: round.openRequest }))
})

test('The speaker corrects every line before anyone else sees it', async () => {
  const { house, mara, ben, ana, owner, round } = await opened()
  expect(JSON.stringify(await everything(ana, round))).not.toMatch(/pools first/)
  await unseenBy(
    [ben, ana, owner],
    round,
    async () => {
      await mara.does('correct-claim', { claim: round.proposed, version: 1, statement: 'Drain both of the pools.' })
      const { questions } = await mara.does('list-questions', {})
      const question = questions.find(({ words }) => words.includes('hot'))?.id ?? ''
      await mara.does('answer', { question, words: 'When it is hot, you wait. Nobody else has seen this line yet.' })
    },
    house,
  )
  expect(JSON.stringify(await everything(mara, round))).toMatch(/Nobody else has seen/)
})

test('Others see the good facts a person lets stand, and no others', async () => {
  const { house, mara, ben, ana, round } = await opened()
  const before = await everything(mara, round)
  const { exercises } = await ana.does('list-exercises', {})
  const { remembers } = await ana.does('recall', { exercise: exercises[0]?.id ?? '', grade: 'had-it' })
  expect(remembers?.stands).toBe(false)
  expect(await everything(mara, round)).toEqual(before)
  await ana.does('let-stand', { evidence: remembers?.evidence ?? '' })
  expect(JSON.stringify(await everything(mara, round))).toContain(remembers?.evidence)
  await ana.does('take-back', { evidence: remembers?.evidence ?? '' })
  await house.whorl.settle()
  expect(await everything(mara, round)).toEqual(before)
  expect((await ben.isRefused('take-back', { evidence: remembers?.evidence })).kind).toBe('absent')
})

test('What is taken back is seen by nobody, wherever it stood', async () => {
  const { mara, ben, ana, owner, round } = await opened()
  const { record } = await mara.does('my-record', {})
  expect(record.map(({ kind }) => kind).sort()).toEqual(['did', 'explained', 'explained'])
  for (const { evidence } of record) await mara.does('take-back', { evidence })
  for (const { evidence } of (await ben.does('my-record', {})).record) await ben.does('take-back', { evidence })
  for (const who of [ana, owner]) {
    const { people } = await who.does('who-knows', { topic: round.topic })
    expect(people).toEqual([])
    const { shown, forward, onTopic } = await who.does('lineage', { claim: round.claim })
    expect([shown, forward, onTopic]).toEqual([[], [], []])
  }
  // The rounds stay whole, without names: what was said and confirmed is still hers.
  const { conversions, whorls } = await owner.does('topic-spiral', { topic: round.topic })
  expect(whorls).toHaveLength(1)
  for (const { mode, parts } of conversions) {
    if (mode === 'externalisation')
      expect(parts).toContainEqual({ person: expect.objectContaining({ name: 'Mara' }), how: 'said' })
    else expect(parts).toEqual([])
  }
  expect((await mara.does('my-record', {})).record.map(({ stands }) => stands)).toEqual([false, false, false])
  expect(
    (await mara.does('topic-spiral', { topic: round.topic })).conversions.some(({ parts }) =>
      parts.some(({ person, how }) => how === 'said' && person.id === mara.id),
    ),
  ).toBe(true)
  expect((await mara.does('today', {})).thanks).toBeNull()
})

/** Every number that an act may give, and what it counts or marks: none of it is about a person. */
const NUMBERS: Record<string, string> = {
  version: 'the version to name in an edit',
  n: 'a line’s, a citation’s or a whorl’s place',
  seq: 'an entry’s place in the order',
  fromLine: 'a line',
  toLine: 'a line',
  openQuestions: 'the questions of a topic',
  whorl: 'which of a topic’s whorls',
  whorls: 'the whorls of a topic',
  closed: 'the whorls of a topic',
  more: 'the characters of what my agent proposes that are not shown',
  count: 'my own lines to check; topics that are stuck',
  documents: 'the documents somebody brought',
  commits: 'the changes in a history somebody brought, of all people together',
  messages: 'the messages in a chat somebody brought, of all people together',
  finding: 'which of the findings',
  line: 'a line',
  page: 'a page of a document',
  pages: 'the line on which each page of a document begins',
  at: 'a place in a text',
  requests: 'how often a language model was asked, of nobody',
  failed: 'how often it gave nothing of use',
  tokensIn: 'what it read of a space, in its own measure',
  tokensOut: 'what it wrote',
  seconds: 'how long it took',
  cost: 'what the space paid for it',
  pieces: 'how much of my own story is kept',
}

type Schema = {
  type?: string | string[]
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  additionalProperties?: Schema | boolean
}

/** Every object in an output, and the names of its fields that are numbers. */
function objectsIn(schema: Schema): { fields: string[]; numbers: string[] }[] {
  const inner = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  if (typeof schema.additionalProperties === 'object') inner.push(schema.additionalProperties)
  const fields = Object.entries(schema.properties ?? {})
  const isNumber = (one: Schema): boolean =>
    ['number', 'integer'].some((type) => [one.type].flat().includes(type)) ||
    [...(one.anyOf ?? []), ...(one.items ? [one.items] : [])].some(isNumber)
  const own = fields.length
    ? [
        {
          fields: fields.map(([name]) => name),
          numbers: fields.filter(([, one]) => isNumber(one)).map(([name]) => name),
        },
      ]
    : []
  return [...own, ...[...inner, ...fields.map(([, one]) => one)].flatMap((one) => (one ? objectsIn(one) : []))]
}

test.each(acts.map((act) => [act.name, act.output] as const))(
  'No act returns totals, ranks or exports per person: %s does not',
  (_, output) => {
    const objects = objectsIn(z.toJSONSchema(output) as Schema)
    for (const { fields, numbers } of objects) {
      for (const name of numbers) expect(Object.keys(NUMBERS)).toContain(name)
      // Where somebody is shown, no figure stands beside them: a count is of my own lines only.
      if (fields.includes('name') && fields.includes('since')) expect(numbers).toEqual([])
      if (
        fields.includes('person') ||
        fields.includes('reasons') ||
        (fields.includes('kind') && fields.includes('stands'))
      )
        expect(numbers).toEqual([])
      for (const name of fields)
        expect(name).not.toMatch(/score|rank|total|point|streak|percent|level|probab|strength|badge/i)
    }
  },
)

test('No record reads "nothing seen here", never "does not know"', async () => {
  const { house, owner, ben } = await opened()
  const { topic } = await ben.does('start-topic', { title: 'Nobody yet' })
  for (const who of [owner, ben])
    expect(await who.does('who-knows', { topic: topic.id })).toEqual({ routed: false, people: [] })
  expect(house.faults).toEqual([])
  const catalogue = join(root, 'src/web/messages')
  const files = readdirSync(catalogue, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
  expect(files).toEqual(expect.arrayContaining(['en.ts', 'ja.ts', join('en', 'today.ts'), join('ja', 'today.ts')]))
  for (const file of files) {
    const words = readFileSync(join(catalogue, file), 'utf8')
    expect(words).not.toMatch(/(does|do|did)( no|n[’'])t know\b|knows nothing|ignoran|知らない|わかっていない/i)
  }
})
