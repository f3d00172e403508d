/** Acts that were renamed: what was kept, proposed or written under their former names still means them. */
import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { acts } from '../src/acts.ts'
import { namesOfActs } from '../src/store/migrations/004-names-of-acts.ts'
import { commandLineOf, serverOf } from './command-line.ts'
import { type House, openHouse, type Somebody } from './house.ts'

let house: House
let mara: Somebody

beforeEach(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'keeper')
})

const documents = [{ path: 'deploys.md', text: '# Deploys\n\nYou must deploy before noon, and never on a Friday.\n' }]
const changed = <Row>(
  work: (db: Parameters<Parameters<House['whorl']['store']['write']>[0]>[0]['db']) => Promise<Row>,
) => house.whorl.store.write(({ db }) => work(db))

test('No two acts answer to one name', () => {
  const former = acts.flatMap(({ name, formerly }) => (formerly && formerly.name !== name ? [formerly.name] : []))
  const all = [...acts.map(({ name }) => name), ...former]
  expect(former).toContain('turn')
  expect(new Set(all).size).toBe(all.length)
})

test('A field that was renamed is one that the act has, in its input or its answer', () => {
  for (const { name, formerly, input, output } of acts)
    for (const field of Object.values(formerly?.fields ?? {}))
      expect([...Object.keys(input.shape), ...Object.keys(output.shape)], name).toContain(field)
})

test('The same key gives the outcome that was kept under the former name, in the words of now', async () => {
  const { scan } = await mara.does('begin-scan', { name: 'notes.zip' })
  const part = { scan, part: 0, bytes: 'UEsDBA==' }
  await mara.does('send-scan-part', part, 'one part')
  await mara.does('scan', { scan }, 'one scan')
  const hash = createHash('sha256')
    .update(JSON.stringify({ turn: scan }))
    .digest('hex')
  const before = { act: 'turn', input_hash: hash, result: JSON.stringify({ turn: scan }) }
  await changed((db) => db.updateTable('outcome').set(before).where('key', '=', 'one scan').execute())
  expect(await mara.does('scan', { scan }, 'one scan')).toEqual({ scan })
  await changed((db) => db.updateTable('outcome').set({ act: 'turn' }).where('key', '=', 'one part').execute())
  await expect(mara.does('send-scan-part', part, 'one part')).rejects.toMatchObject({ field: 'key' })
})

test('What was proposed under a former name waits, is shown and is done under the present one', async () => {
  const { proposal } = await mara.does('propose', { act: 'turn', input: { documents }, agent: 'Robin' })
  expect((await mara.does('list-proposals', {})).proposals).toMatchObject([{ id: proposal, act: 'scan' }])
  const { act, outcome } = await mara.does('accept-proposal', { proposal })
  expect(act).toBe('scan')
  await house.whorl.settle()
  const { scan } = await mara.does('read-scan', { scan: String(outcome.scan) })
  expect(scan).toMatchObject({ state: 'scanned', result: { documents: 1 } })
})

test('Proposals and jobs of the version before are carried over', async () => {
  const { scan } = await mara.does('begin-scan', { name: 'notes.zip' })
  const { proposal } = await mara.does('propose', { act: 'scan', input: { scan }, agent: 'Robin' })
  const before = { act: 'turn', input: JSON.stringify({ turn: scan }) }
  await changed((db) => db.updateTable('proposal').set(before).where('id', '=', proposal).execute())
  await house.whorl.store.write(namesOfActs.fill)
  const [shown] = (await mara.does('list-proposals', {})).proposals
  expect(shown).toMatchObject({ act: 'scan', fields: [{ field: 'scan', value: scan }] })
})

test('A script that calls an act by its former name, with its former fields, is answered', async () => {
  const owner = commandLineOf(house)
  const { scan } = JSON.parse((await owner('begin-turn', '--name', 'notes.zip')).out)
  expect((await owner('send-part', '--turn', scan, '--part', '0', '--bytes', 'UEsDBA==')).code).toBe(0)
  const { url, token } = await serverOf(house)
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const body = JSON.stringify({ turn: scan })
  const answer = await fetch(`${url}/api/${house.space.slug}/read-turn`, { method: 'POST', headers, body })
  expect(await answer.json()).toMatchObject({ scan: { id: scan, state: 'sending' } })
})
