/** What is costly is done before a transaction, never in one, however often what it rests on moves meanwhile. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { uuidv7 } from 'uuidv7'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { type Costly, OPEN, outcomeOf, type Prepare, Refusal, unfit, writingAct } from '../src/ba/index.ts'
import { costlyWork, readSources } from '../src/combination/index.ts'
import { openPerform, openPreparing, TookTooLong } from '../src/ledger/index.ts'
import type { Store } from '../src/store/index.ts'
import { afterwards } from './afterwards.ts'
import { openHouse } from './house.ts'
import { goRound } from './round.ts'

const page = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`

/** A house whose store knows whether what runs is inside of a transaction; and what costly work was done, and where. */
async function watchedHouse() {
  const inside = new AsyncLocalStorage<boolean>()
  const watched = (store: Store): Store => ({
    ...store,
    read: (work) => store.read((tx) => inside.run(true, () => work(tx))),
    write: (work) => store.write((tx) => inside.run(true, () => work(tx))),
  })
  const done: { name: string; inside: boolean }[] = []
  for (const costly of costlyWork) {
    const { work } = costly
    const spy = vi.spyOn(costly, 'work').mockImplementation((input) => {
      done.push({ name: costly.name, inside: inside.getStore() ?? false })
      return work(input)
    })
    afterwards(() => spy.mockRestore())
  }
  return { house: await openHouse({ watched }), done }
}

test('No page is rendered, merged or compared while a transaction is open', async () => {
  const { house, done } = await watchedHouse()
  const mara = await house.comes('Mara', 'keeper')
  const ben = await house.comes('Ben', 'keeper')
  const ana = await house.comes('Ana', 'member')
  const settle = () => house.whorl.settle()
  const round = await goRound(house, { mara, ben, ana }, 'Zebra')
  await ben.does('still-true', { topic: round.topic })
  await ben.does('topic-care', { topic: round.topic })
  await ben.does('rename-topic', { topic: round.topic, title: 'Zebra flush' })
  await settle()
  const { topic } = await mara.does('import-page', { markdown: page('Lion', 'A lion. ^[run.md:1]') })
  await ben.does('edit-page', { topic: topic.id, version: 1, markdown: page('Lion', 'A lion roars. ^[run.md:1]') })
  await ben.does('merge-page-text', { topic: topic.id, version: 1, markdown: page('Lion', 'A lion sleeps.') })
  await ben.does('restore-page', { topic: topic.id, version: 2, restore: 1 })
  await ben.does('preview-page', { topic: topic.id, markdown: page('Lion', 'A lion?') })
  const { source } = await mara.does('import-source', { name: 'run.md', text: 'One.\nTwo.\n' })
  await mara.does('import-source', { name: 'run.md', text: 'One.\nThree.\n', replaces: source })
  const files = (words: string) => [
    { path: 'Owl.md', text: page('Owl', words) },
    { path: 'Fox.md', text: page('Fox', words), was: page('Fox', 'Nothing.') },
  ]
  await mara.does('import-files', { files: files('Quiet.'), from: 'vault' })
  const { files: again } = await mara.does('import-files', { files: files('Quiet, mostly.'), from: 'vault' })
  expect(again.map(({ is }) => is)).toEqual(['merged', 'merged'])
  await ben.does('merge-topics', { from: 'owl', into: 'fox' })
  await ben.does('part-topics', { topic: again[0]?.id ?? '' })
  await mara.does('import-page', { markdown: page('Bear', 'A bear.\n\nIts den.') })
  const { version, blocks } = await ben.does('list-parts', { topic: 'bear' })
  const den = { topic: 'bear', title: 'Den', version, blocks: [blocks.at(-1)?.n ?? -1], claims: [] }
  await ben.does('split-topic', den)
  await settle()
  expect(done.filter(({ inside }) => inside)).toEqual([])
  expect(new Set(done.map(({ name }) => name))).toEqual(new Set(costlyWork.map(({ name }) => name)))
  expect(house.faults).toEqual([])
})

test('What it rests on may move meanwhile: it is prepared again, and not for ever', async () => {
  const house = await openHouse()
  const mara = await house.comes('Mara', 'member')
  let moves = 3
  const prepared: string[] = []
  const doubling: Costly<string, string> = {
    name: 'doubling',
    size: (text) => text.length,
    work: (text) => {
      prepared.push(text)
      return text + text
    },
  }
  let now = 0
  const act = writingAct({
    name: 'double',
    says: 'Doubles what stands there.',
    may: 'member',
    input: z.object({ words: z.string() }),
    output: z.object({ twice: z.string() }),
    prepare: ({ words }) => [{ costly: doubling, input: `${words}0` }],
    run: async (here, { words }) => {
      if (now < moves) now++
      return { twice: here.prepared(doubling, `${words}${now}`) }
    },
  })
  const perform = openPerform(house.whorl.store, { now: house.now, newId: () => `made-${prepared.length}` }, () => {})
  const call = { act, space: house.space.slug, input: { words: 'a' }, by: mara, door: 'test' }
  expect(await perform(call)).toEqual({ twice: 'a3a3' })
  expect(prepared).toEqual(['a0', 'a1', 'a2', 'a3'])
  moves = 1000
  await expect(perform(call)).rejects.toMatchObject({ kind: 'too-many', problem: /same moment/ })
})

test('Nothing costly is done for somebody who may not do the act', async () => {
  const { house, done } = await watchedHouse()
  const nia = await house.comes('Nia', 'reader')
  const refused = await nia.isRefused('import-page', { markdown: page('Lion', 'A lion.') })
  expect([refused.kind, done]).toEqual(['not-yours', []])
})

test('What is large is prepared in a thread, which is ended when it takes too long, and refuses in the same words', async () => {
  const says = `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ costly, input }) => {
      if (input === 'never') for (;;);
      if (input === 'no') parentPort.postMessage({ refused: { kind: 'unfit', field: 'markdown', problem: 'No.', remedy: 'Yes.' } })
      else parentPort.postMessage({ done: costly + ' of ' + input })
    })`
  const { prepare, stop } = openPreparing(new URL(`data:text/javascript,${encodeURIComponent(says)}`), { mostMs: 1500 })
  afterwards(stop)
  const costly = (size: number): Costly<string, string> => ({
    name: 'work',
    size: () => size,
    work: (input) => {
      if (input === 'no') throw unfit('markdown', 'No.', 'Yes.')
      return `${input} here`
    },
  })
  const large = (input: string) => prepare({ costly: costly(1_000_000), input }, 'mara')
  expect(await prepare({ costly: costly(10), input: 'small' }, 'mara')).toEqual({ done: 'small here' })
  const [done, never, no, last] = await Promise.all(['one', 'never', 'no', 'two'].map(large))
  expect([done, last]).toEqual([{ done: 'work of one' }, { done: 'work of two' }])
  expect(never).toMatchObject({ refused: { kind: 'too-many', problem: /too long/ } })
  const here = await prepare({ costly: costly(10), input: 'no' }, 'mara')
  for (const outcome of [no, here]) {
    expect(outcome && 'refused' in outcome && outcome.refused).toBeInstanceOf(Refusal)
    expect(outcome).toMatchObject({ refused: { kind: 'unfit', field: 'markdown', problem: 'No.', remedy: 'Yes.' } })
  }
})

test('However many small pieces an act needs, the event loop goes round between them', async () => {
  const { prepare, stop } = openPreparing(new URL('data:text/javascript,'))
  afterwards(stop)
  const rounds = countRounds()
  const busy: Costly<number, number> = {
    name: 'work',
    size: () => 10,
    work: (input) => {
      for (const began = performance.now(); performance.now() - began < 5; );
      return input
    },
  }
  for (let input = 0; input < 100; input++)
    expect(await prepare({ costly: busy, input }, 'mara')).toEqual({ done: input })
  expect(rounds.stop()).toBeGreaterThan(5)
})

test('However many statements a transaction has, the event loop goes round between them, and nobody else is let in', async () => {
  const { house } = await watchedHouse()
  const mara = await house.comes('Mara', 'keeper')
  const rounds = countRounds()
  const order: string[] = []
  const long = house.whorl.store.write(async (tx) => {
    const end = performance.now() + 500
    while (performance.now() < end) await tx.db.selectFrom('space').select('id').executeTakeFirst()
    order.push('long')
  })
  const short = mara.does('start-topic', { title: 'Lion' }).then(() => order.push('short'))
  await Promise.all([long, short])
  expect(rounds.stop()).toBeGreaterThan(5)
  // PostgreSQL lets others write beside it.
  if (house.whorl.store.kind === 'sqlite') expect(order).toEqual(['long', 'short'])
})

/** Counts how often the event loop goes round. */
function countRounds() {
  let [count, stopped] = [0, false]
  const again = () => {
    count++
    if (!stopped) setImmediate(again)
  }
  setImmediate(again)
  return {
    stop: () => {
      stopped = true
      return count
    },
  }
}

test('A source that takes too long to read has no passages, and holds up no other', async () => {
  const { house } = await watchedHouse()
  const mara = await house.comes('Mara', 'keeper')
  const text = (name: string) => `# ${name}\n\n${name} is what we call it when it is so, and nobody else does.\n`
  const { source } = await mara.does('import-source', { name: 'long.md', text: text('Lion') })
  await mara.does('import-source', { name: 'short.md', text: text('Zebra') })
  await house.whorl.settle()
  const { db } = house.whorl.store
  const spoken = async () =>
    (await db.selectFrom('passage').select('source_id').distinct().execute()).map((one) => one.source_id)
  expect(await spoken()).toHaveLength(2)
  await db.deleteFrom('source_reading').execute()
  const prepare: Prepare = async (need) =>
    JSON.stringify(need.input).includes('long.md') ? { refused: new TookTooLong() } : outcomeOf(need)
  const read = readSources(house.whorl.store, { now: house.now, newId: () => uuidv7(), prepare })
  const job = {
    space_id: house.space.id,
    id: 'a',
    kind: 'read-sources',
    subject: OPEN,
    attempts: 0,
    slug: '',
    name: '',
  }
  await read(job, async () => {})
  expect(await spoken()).not.toContain(source)
  expect(await spoken()).toHaveLength(1)
})
