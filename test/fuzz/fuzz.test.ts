import { expect, test } from 'vitest'
import { ofFiles, ofText, tried } from './readers.ts'

const SEED = '1'
const numbersBelow = (end: number) => Array.from({ length: end }, (_, n) => n)

// `npm run bench -- fuzz` tries a million inputs.
test.each([
  ...ofText.map((reader) => [reader.name, 30, reader] as const),
  ...ofFiles.map((reader) => [reader.name, 8, reader] as const),
])('Mutated inputs of %s crash nothing and break no law', async (_, count, reader) => {
  for (const n of numbersBelow(count)) {
    const { outcome, fault, input } = await tried(reader, SEED, n)
    expect(outcome, `input ${n}: ${fault}\n${JSON.stringify(input)}`).toMatch(/^(?:read|refused)$/)
  }
})
