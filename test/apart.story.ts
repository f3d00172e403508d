import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { checkPages } from '../src/combination/index.ts'
import { openApart } from '../src/ledger/index.ts'
import { openWhorl } from '../src/whorl.ts'
import { afterwards } from './afterwards.ts'
import { openHouse } from './house.ts'

const page = (title: string, body: string) => `---\ntitle: ${title}\n---\n\n${body}\n`

/** A house, and the same store as a server opens it. */
async function besideAHouse() {
  const house = await openHouse()
  const [mara, ben] = [await house.comes('Mara', 'keeper'), await house.comes('Ben', 'member')]
  const { slug: area } = await mara.does('make-area', { name: 'Board room' })
  await mara.does('import-page', { markdown: page('Cache purge', 'See [[Origin shield]].') })
  await mara.does('import-page', { markdown: page('Zebra', 'See [[Lion]].'), area })
  const faults: unknown[] = []
  const server = await openWhorl({
    place: house.place,
    secret: 'a secret of this test',
    secure: false,
    root: fileURLToPath(new URL('..', import.meta.url)),
    scratch: tmpdir(),
    now: house.now,
    newId: uuidv7,
    apart: true,
    log: ({ error }) => faults.push(error),
  })
  afterwards(() => server.close())
  const check = (by: { id: string; name: string }, input: object = {}, space = house.space.slug) =>
    server.perform({ act: checkPages, space, input, by, door: 'test' })
  return { house, mara, ben, check, faults }
}

test('What is read apart is what is read here, for each as they may see it, and again after a change', async () => {
  const { mara, ben, check, faults } = await besideAHouse()
  expect(await check(mara)).toEqual(await mara.does('check-pages', {}))
  expect(await check(ben)).toEqual(await ben.does('check-pages', {}))
  expect(JSON.stringify(await check(mara))).toContain('Lion')
  expect(JSON.stringify(await check(ben))).not.toContain('Lion')
  await mara.does('import-page', { markdown: page('Drain', 'See [[Tiger]].') })
  const both = await Promise.all([check(ben), check(mara)])
  expect(both.map((found) => JSON.stringify(found).includes('Tiger'))).toEqual([true, true])
  expect(faults).toEqual([])
})

test('What is refused here is refused apart in the same words', async () => {
  const { mara, check } = await besideAHouse()
  await expect(check({ id: 'nobody', name: 'Nobody' })).rejects.toMatchObject({ kind: 'absent', field: 'space' })
  await expect(check(mara, {}, 'elsewhere')).rejects.toMatchObject({ kind: 'absent', field: 'space' })
  await expect(check(mara, { kind: 'no such' })).rejects.toMatchObject({ kind: 'unfit', field: 'kind' })
  expect(await check(mara)).toHaveProperty('kinds')
})

test('What never ends is stopped and refused, what breaks is a fault, and the next one is done', async () => {
  const house = await openHouse()
  const says = `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ input }) => {
      if (input.how === 'never') for (;;);
      if (input.how === 'breaks') throw new Error('broken')
      parentPort.postMessage({ done: { well: true } })
    })`
  const entry = new URL(`data:text/javascript,${encodeURIComponent(says)}`)
  const apart = openApart(entry, house.whorl.store, house.now, { mostMs: 1500 })
  afterwards(() => apart.stop())
  const ask = (how: string) =>
    apart.perform({ act: checkPages, space: 'team', input: { how }, by: 'folder-owner', door: 'test' })
  const asked = [ask('well'), ask('never'), ask('breaks'), ask('well')]
  const [first, never, breaks, last] = await Promise.allSettled(asked)
  expect(first).toMatchObject({ value: { well: true } })
  expect(never).toMatchObject({ reason: { kind: 'too-many' } })
  expect(breaks).toMatchObject({ reason: { message: 'broken' } })
  expect(last).toMatchObject({ value: { well: true } })
})
