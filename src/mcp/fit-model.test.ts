import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Act, byPage, byPart, pageOfList, partOfText, rowsAfter } from '../ba/index.ts'
import { fitModel } from './fit-model.ts'

const MOST_BYTES = 40_000

/** A connection on which one act reads a text, or a list, in the ways of the acts. */
const textAct = { reads: true, input: z.object(byPart) } as unknown as Act
const listAct = { reads: true, input: z.object(byPage) } as unknown as Act

const reading = (text: string, rows: readonly string[]) =>
  fitModel({
    address: async () => '',
    does: async (act, given) => {
      if (act === textAct) return partOfText(text, { mark: 1, ...(textAct.input.parse(given) as { after: undefined }) })
      const all = rows.map((row, n) => ({ row, n }))
      const place = ({ n }: (typeof all)[number]): [number] => [n]
      return pageOfList(listAct.input.parse(given) as { most: number }, {
        from: [-1] as [number],
        rows: rowsAfter(all, place),
        place,
        show: ({ row }) => row,
      })
    },
  })

/** Reads to the end, and holds each answer against the bound. */
async function toTheEnd(connection: ReturnType<typeof reading>, act: Act): Promise<Record<string, unknown>[]> {
  const parts: Record<string, unknown>[] = []
  for (let after: unknown; after !== null; ) {
    const part = await connection.does(act, after === undefined ? {} : { after })
    expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(MOST_BYTES)
    parts.push(part)
    after = part.next
  }
  return parts
}

test.each(['a', 'line\n', '語', '😀', '\u0001', '"'])(
  'A text of %j comes in parts that fit, and together are it',
  async (unit) => {
    const text = unit.repeat(90_000)
    const parts = await toTheEnd(reading(text, []), textAct)
    expect(parts.map((part) => part.text).join('')).toBe(text)
  },
)

test('A list comes in pages that fit, each row once', async () => {
  const row = fc.integer({ min: 0, max: 20_000 }).map((letters) => 'r'.repeat(letters))
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 120 }), async (rows) => {
      const pages = await toTheEnd(reading('', rows), listAct)
      expect(pages.flatMap((page) => page.rows)).toEqual(rows)
    }),
    { numRuns: 30 },
  )
})

test('A smaller size that is asked for is kept, and one that is none is for the act to refuse', async () => {
  const connection = reading('a'.repeat(90_000), Array(90).fill('r'))
  expect((await connection.does(textAct, { most: 2000 })).text).toHaveLength(2000)
  expect((await connection.does(listAct, { most: 3 })).rows).toHaveLength(3)
  await expect(connection.does(listAct, { most: 'many' })).rejects.toThrow(z.ZodError)
})
