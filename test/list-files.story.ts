/** What a folder in step asks again and again costs no more for each answer that somebody gave. */
import { expect, test } from 'vitest'
import type { Store, Tx } from '../src/store/index.ts'
import { openHouse } from './house.ts'

test('Files are listed in as many statements however many were told, and none of them reads a text', async () => {
  let asked: string[] = []
  const counted = (tx: Tx): Tx => {
    const noting = <W extends (statement: never, parameters: never) => unknown>(work: W) =>
      ((statement: never, parameters: never) => {
        const { sql } = (statement as { compile: (...given: unknown[]) => { sql: string } }).compile(
          tx.db,
          tx.kind,
          parameters,
        )
        asked.push(sql)
        return work(statement, parameters)
      }) as unknown as W
    return { ...tx, all: noting(tx.all) as Tx['all'], first: noting(tx.first) as Tx['first'] }
  }
  const watched = (store: Store): Store => ({ ...store, read: (work) => store.read((tx) => work(counted(tx))) })
  const house = await openHouse({ watched })
  const mara = await house.comes('Mara', 'keeper')
  const ben = await house.comes('Ben', 'member')
  const { topic } = await ben.does('start-topic', { title: 'Cache purge' })
  const tells = async (n: number) => {
    const { question } = await ben.does('ask', { topic: topic.id, words: `How, ${n}?` })
    const { claims } = await mara.does('answer', { question, words: `Watch queue ${n}. Never at noon.` })
    await mara.does('confirm-claims', { claims: claims.slice(0, 1).map(({ id }) => ({ id, version: 1 })) })
    return claims
  }
  const lists = async () => {
    await house.whorl.settle()
    asked = []
    const { files, mark } = await mara.does('list-files', {})
    return { mark, told: files.filter((file) => file.told), statements: [...asked] }
  }
  const [, second] = await tells(1)
  const one = await lists()
  for (let n = 2; n <= 12; n++) await tells(n)
  const many = await lists()
  expect([one.told.length, many.told.length]).toEqual([1, 12])
  expect(many.statements.length).toBe(one.statements.length)
  expect(many.statements.filter((sql) => /"source"\.\*|"text"/.test(sql))).toEqual([])

  // Another line confirmed, it is another file; taken out, the one that it was.
  const markOf = ({ told }: typeof many) => told.find(({ id }) => id === one.told[0]?.id)?.mark
  await mara.does('confirm-claims', { claims: [{ id: second?.id ?? '', version: 1 }] })
  const more = await lists()
  expect(markOf(more)).not.toBe(markOf(many))
  expect(more.mark).not.toBe(many.mark)
  await mara.does('withdraw-claim', { claim: second?.id ?? '', version: 1 })
  expect(markOf(await lists())).toBe(markOf(many))
})
