import { beforeEach, expect, test } from 'vitest'
import { type House, openHouse, type Somebody } from './house.ts'

const TOLD = 'It was a Sunday and I was alone. The pump hummed higher than it does. I decided not to wait for Jun.'
const MORE = 'Then I closed the valve by hand.\nThe cellar stayed dry'

let house: House
let mara: Somebody
let ben: Somebody

beforeEach(async () => {
  house = await openHouse()
  ;[mara, ben] = [await house.comes('Mara', 'member'), await house.comes('Ben', 'member')]
})

const begin = async () => (await mara.does('begin-story', { title: 'Cellar pump' })).story

/** Told, retold and put right: where probes begin. */
async function retold() {
  const { id } = await begin()
  await mara.does('tell', { story: id, after: 0, words: TOLD })
  await mara.does('tell', { story: id, after: 1, words: MORE })
  return (await mara.does('retell', { story: id })).story
}

const asWished = (lines: { id: string; words: string }[]) => lines.map(({ id, words }) => ({ line: id, words }))

test('A story is told once, retold, corrected, deepened, and becomes a page when its teller confirms it', async () => {
  const { whorl, faults } = house
  const story = await retold()
  expect(story.told.map(({ words }) => words)).toEqual([TOLD, MORE])
  expect(story.timeline.map(({ words, decides }) => [words, decides])).toEqual([
    ['It was a Sunday and I was alone.', false],
    ['The pump hummed higher than it does.', false],
    ['I decided not to wait for Jun.', true],
    ['Then I closed the valve by hand.', false],
    ['The cellar stayed dry', false],
  ])
  expect(story.probes).toEqual([])

  // The timeline is hers: a line out, one reworded; what she told stays as she told it.
  const [, hummed, decided, closed, dry] = asWished(story.timeline)
  if (!hummed || !decided || !closed || !dry) throw new Error('Five lines were expected.')
  const lines = [hummed, { ...decided, words: 'I decided not to wait for anybody.' }, closed, dry]
  const { story: corrected } = await mara.does('correct-story', { story: story.id, version: story.version, lines })
  expect(corrected.timeline[1]).toMatchObject({
    told: 'I decided not to wait for Jun.',
    words: 'I decided not to wait for anybody.',
  })
  expect(corrected.told).toEqual(story.told)

  // She says where she decided; what was noticed is asked before what else was open to her.
  const { story: deepened } = await mara.does('deepen', { story: story.id, line: decided.line })
  expect(deepened.probes.map(({ family }) => family)).toEqual(['cues', 'knowledge', 'experience'])
  const early = { story: story.id, family: 'options', words: 'To wait.' } as const
  expect(await mara.isRefused('answer-probe', early)).toMatchObject({ kind: 'unfit', field: 'family' })
  await mara.does('answer-probe', { story: story.id, family: 'cues', words: 'A hum like a kettle. No smell.' })
  await mara.does('answer-probe', { story: story.id, family: 'options', how: 'skip' })
  const { story: asked } = await mara.does('answer-probe', { story: story.id, family: 'basis', how: 'show' })
  expect(asked.replies.map(({ family, how, words }) => [family, how, words])).toEqual([
    ['cues', 'said', 'A hum like a kettle. No smell.'],
    ['options', 'skip', null],
    ['basis', 'show', null],
  ])

  // It ends with what she could not say; all of it waits for her, and for nobody else.
  const { source, claims } = await mara.does('finish-story', {
    story: story.id,
    wordless: 'How hard to turn\nthe valve.',
  })
  expect(claims.map(({ statement, kind, sayable }) => [statement, kind, sayable])).toEqual([
    ['The pump hummed higher than it does.', 'once', 'easily'],
    ['I decided not to wait for anybody.', 'once', 'easily'],
    ['Then I closed the valve by hand.', 'once', 'easily'],
    ['The cellar stayed dry', 'once', 'easily'],
    ['What did you see or hear at that moment? A hum like a kettle.', 'hard', 'easily'],
    ['No smell.', 'hard', 'easily'],
    ['How hard to turn the valve.', 'hard', 'shown'],
  ])
  await whorl.settle()
  expect((await ben.isRefused('read-source', { source })).kind).toBe('absent')
  expect((await ben.does('list-sources', {})).sources).toEqual([])
  expect((await mara.does('today', {})).things).toMatchObject([{ kind: 'check', source, count: 7 }])

  // She takes a line out and confirms the rest: words from her head, told to nobody in particular.
  const [, , , last, ...rest] = claims
  await mara.does('withdraw-claim', { claim: last?.id ?? '', version: 1 })
  const kept = [...claims.slice(0, 3), ...rest].map(({ id }) => ({ id, version: 1 }))
  await mara.does('confirm-claims', { claims: kept })
  await whorl.settle()
  const spiral = await ben.does('topic-spiral', { topic: 'cellar-pump' })
  expect(
    spiral.conversions.map(({ mode, parts }) => [mode, parts.map(({ person, how }) => [person.name, how])]),
  ).toEqual([
    // The page is of one voice so far: it puts nothing together.
    ['externalisation', [['Mara', 'said']]],
  ])

  // The page has it; of the source Ben sees the lines that she confirmed.
  const { page, citations } = await ben.does('read-page', { topic: 'cellar-pump' })
  expect(page?.html).toMatch(/When it gets hard[\s\S]*A hum like a kettle\./)
  expect(page?.html).toMatch(/Shown, not said[\s\S]*How hard to turn the valve\./)
  expect(page?.html).toMatch(
    /What happened once[\s\S]*<blockquote>[\s\S]*The pump hummed higher than it does\.[\s\S]*I decided not/,
  )
  expect(new Set(citations.map(({ source: cited }) => cited))).toEqual(new Set([source]))
  const read = await ben.does('read-source', { source })
  expect(read.source).toMatchObject({ kind: 'story', title: 'Cellar pump', question: null, speaker: { name: 'Mara' } })
  const seen = read.lines.map(({ text }) => text)
  expect(seen).toContain('No smell.')
  expect(seen).not.toContain('The cellar stayed dry')
  expect((await ben.does('list-sources', {})).sources).toMatchObject([{ id: source, speaker: { name: 'Mara' } }])
  const line = await ben.does('lineage', { claim: claims[0]?.id ?? '' })
  expect(line).toMatchObject({ question: null, claim: { words: 'The pump hummed higher than it does.' } })

  // What happened once is no rule to be remembered; what made it hard is.
  const { exercises } = await ben.does('list-exercises', { topic: 'cellar-pump' })
  const asking = new Set(exercises.map(({ prompt }) => prompt))
  expect([...asking].some((prompt) => prompt.includes('by hand'))).toBe(false)
  expect(exercises.length).toBeGreaterThan(0)

  // That she explained it is hers to let stand: nobody asked.
  expect((await mara.does('my-record', {})).record).toMatchObject([{ kind: 'explained', with: null, stands: false }])
  expect(faults).toEqual([])
})

test('What could not be put into words leads to somebody being shown', async () => {
  const { whorl } = house
  const story = await retold()
  const { claims } = await mara.does('finish-story', { story: story.id, wordless: 'How hard to turn it.' })
  await mara.does('confirm-claims', { claims: claims.map(({ id }) => ({ id, version: 1 })) })
  await whorl.settle()
  const line = (await ben.does('list-claims', { topic: 'cellar-pump' })).claims.find(
    ({ sayable }) => sayable === 'shown',
  )
  const words = 'Would you show me?'
  const { question } = await ben.does('ask', { topic: 'cellar-pump', words, of: mara.id, line: line?.id ?? '' })
  const { topic: other } = await ben.does('start-topic', { title: 'Another' })
  const elsewhere = { topic: other.id, words, line: line?.id }
  expect(await ben.isRefused('ask', elsewhere)).toMatchObject({ kind: 'unfit', field: 'line' })
  const { showing } = await mara.does('offer-showing', { question })
  await mara.does('say-shown', { showing })
  await ben.does('say-shown', { showing })
  const { conversions } = await ben.does('topic-spiral', { topic: 'cellar-pump' })
  const told = conversions.find(({ mode }) => mode === 'externalisation')
  expect(conversions.find(({ mode }) => mode === 'socialisation')?.causes).toEqual([told?.id])
})

test('A story is its teller’s alone, and waits for her on any device', async () => {
  const story = await begin()
  await mara.does('tell', { story: story.id, after: 0, words: TOLD })
  for (const act of ['read-story', 'retell', 'finish-story', 'drop-story'] as const) {
    expect((await ben.isRefused(act, { story: story.id })).kind, act).toBe('absent')
  }
  expect((await ben.isRefused('tell', { story: story.id, after: 1, words: 'No.' })).kind).toBe('absent')
  expect(await ben.does('my-stories', {})).toEqual({ stories: [] })
  house.later(3)
  expect((await mara.does('my-stories', {})).stories).toMatchObject([{ id: story.id, topic: { slug: 'cellar-pump' } }])
  expect((await begin()).id).toBe(story.id)
})

test('The same piece sent again is told once, and pieces sent from two places are both kept', async () => {
  const { id } = await begin()
  expect(await mara.does('tell', { story: id, after: 0, words: TOLD })).toEqual({ pieces: 1 })
  expect(await mara.does('tell', { story: id, after: 0, words: TOLD })).toEqual({ pieces: 1 })
  await Promise.all([
    mara.does('tell', { story: id, after: 1, words: 'One.' }),
    mara.does('tell', { story: id, after: 1, words: 'Two.' }),
  ])
  const { story } = await mara.does('read-story', { story: id })
  expect(story.told.map(({ words }) => words).sort()).toEqual([TOLD, 'One.', 'Two.'].sort())
})

test('What is told after the retelling comes at its end, and what was corrected stays corrected', async () => {
  const { id, version, timeline } = await retold()
  const lines = asWished(timeline).map((line, k) => (k === 0 ? { ...line, words: 'A Sunday.' } : line))
  await mara.does('correct-story', { story: id, version, lines })
  await mara.does('tell', { story: id, after: 2, words: 'Jun came at noon.' })
  const { story } = await mara.does('retell', { story: id })
  expect(story.timeline.map(({ words }) => words)).toEqual([
    'A Sunday.',
    ...timeline.slice(1).map(({ words }) => words),
    'Jun came at noon.',
  ])
  expect((await mara.does('retell', { story: id })).story).toEqual(story)
})

test('A timeline corrected on another device meanwhile is not written over', async () => {
  const { id, version, timeline } = await retold()
  const lines = asWished(timeline)
  await mara.does('correct-story', { story: id, version, lines })
  expect((await mara.isRefused('correct-story', { story: id, version, lines })).kind).toBe('clash')
})

test('A story thrown away leaves no word behind', async () => {
  const { id } = await retold()
  await mara.does('drop-story', { story: id })
  expect((await mara.isRefused('read-story', { story: id })).kind).toBe('absent')
  const left = await house.whorl.store.read(({ db }) => db.selectFrom('telling').selectAll().execute())
  expect(left).toEqual([])
})

test('A story is finished once, and is not told on after that', async () => {
  const { id } = await begin()
  expect(await mara.isRefused('retell', { story: id })).toMatchObject({ kind: 'unfit', field: 'story' })
  expect(await mara.isRefused('finish-story', { story: id })).toMatchObject({ kind: 'unfit', field: 'story' })
  await mara.does('tell', { story: id, after: 0, words: 'It rang.' })
  await mara.does('retell', { story: id })
  const { source } = await mara.does('finish-story', { story: id })
  expect(await mara.does('finish-story', { story: id })).toEqual({ source, claims: [] })
  for (const act of ['retell', 'drop-story'] as const) {
    expect(await mara.isRefused(act, { story: id })).toMatchObject({ kind: 'unfit', field: 'story' })
  }
  expect((await begin()).id).not.toBe(id)
})

test('What cannot be a story is refused with what would do', async () => {
  const { id } = await begin()
  const refused = [
    ['begin-story', {}, 'title'],
    ['begin-story', { title: '!!!' }, 'title'],
    ['tell', { story: id, after: 0, words: ' \n' }, 'words'],
    ['tell', { story: id, after: -1, words: 'It rang.' }, 'after'],
    ['tell', { story: id, after: 0, words: 'Ring. '.repeat(61) }, 'words'],
    ['correct-story', { story: id, version: 1, lines: [{ words: 'It rang.' }] }, 'story'],
    ['answer-probe', { story: id, family: 'cues', words: 'A hum.' }, 'story'],
    ['answer-probe', { story: id, family: 'mood', words: 'A hum.' }, 'family'],
    ['deepen', { story: id, line: 'nowhere' }, 'line'],
  ] as const
  for (const [act, input, field] of refused) {
    expect(await mara.isRefused(act, input), `${act} ${JSON.stringify(input)}`).toMatchObject({ field })
  }
})
