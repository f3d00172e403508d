import { expect, test } from 'vitest'
import { documentsNumbered } from '../src/search/document-rows.ts'
import { engineOf } from '../src/search/engine.ts'
import { freshStore } from './stores.ts'

test('What is common is found among the newest, the same as by the index, however much of it is said to be', async () => {
  const store = await freshStore()
  await store.write(async (tx) => {
    const engine = engineOf(tx)
    const documents = Array.from({ length: 600 }, (_, n): [number, string] => [
      n + 1,
      `1xall ${n % 2 ? '1xodd' : '1xeven'}${n % 50 === 0 ? ' 1xrare' : ''}`,
    ])
    await engine.put(tx, documents)
    for (const words of [['1xall'], ['1xodd'], ['1xrare'], ['1xrare', '1xodd'], ['1xnone']]) {
      const plain = await engine.having(tx, [words], { without: [], most: 20 })
      expect(plain).toEqual([...plain].sort((a, b) => b - a))
      for (const common of [0, 12, 300, 600])
        expect(await engine.having(tx, [words], { without: [], most: 20, common })).toEqual(plain)
    }
    expect(await engine.having(tx, [['1xall']], { without: [], most: 3, common: 600 })).toEqual([600, 599, 598])
  })
})

test('Documents are read by however many numbers, more than one statement takes included', async () => {
  const store = await freshStore()
  const numbers = Array.from({ length: 1500 }, (_, n) => n + 1)
  expect(await store.read((tx) => documentsNumbered(tx, numbers))).toEqual([])
})
