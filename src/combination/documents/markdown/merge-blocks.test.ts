import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksOf, mergeBlocks } from './merge-blocks.ts'

/** Blocks of the compiler: short and long ones, some that begin alike. */
const compilers = fc
  .uniqueArray(fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta', 'eta', 'theta'), { maxLength: 7 })
  .map((words) => words.map((word) => `The ${word} is what one watches first of all when it rains.`))

/** What a person does to a page: for each block keep, change or remove it, and perhaps write one below. */
const hand = fc.array(fc.record({ does: fc.constantFrom('keep', 'change', 'remove'), adds: fc.boolean() }), {
  minLength: 8,
  maxLength: 8,
})

const body = (blocks: readonly string[]) => `${blocks.join('\n\n')}\n`

function edited(base: readonly string[], edits: { does: string; adds: boolean }[]) {
  const written: string[] = []
  const removed: string[] = []
  const page = base.flatMap((block, at) => {
    const { does, adds } = edits[at] ?? { does: 'keep', adds: false }
    const own = adds ? [`Somebody wrote this below number ${at}.`] : []
    if (does === 'change') own.unshift(`Somebody took over number ${at}, entirely.`)
    if (does !== 'keep') removed.push(block)
    written.push(...own)
    return does === 'keep' ? [block, ...own] : own
  })
  return { page, written, removed }
}

test('A block that a person changed or added survives any recompile, once and in its order', () => {
  fc.assert(
    fc.property(compilers, hand, compilers, (base, edits, compiled) => {
      const { page, written } = edited(base, edits)
      const merged = blocksOf(mergeBlocks(body(base), body(page), body(compiled)))
      expect(merged.filter((block) => written.includes(block))).toEqual(written)
    }),
    { numRuns: 1000 },
  )
})

test('A block that a person took out stays out, wherever the compiler puts it now', () => {
  fc.assert(
    fc.property(compilers, hand, compilers, (base, edits, compiled) => {
      const { page, removed } = edited(base, edits)
      const merged = blocksOf(mergeBlocks(body(base), body(page), body(compiled)))
      expect(merged.filter((block) => removed.includes(block))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

test('What the compiler adds is never lost, and nothing stands there twice', () => {
  fc.assert(
    fc.property(compilers, hand, compilers, (base, edits, compiled) => {
      const { page } = edited(base, edits)
      const merged = blocksOf(mergeBlocks(body(base), body(page), body(compiled)))
      for (const block of compiled) if (!base.includes(block)) expect(merged).toContain(block)
      expect(new Set(merged).size).toBe(merged.length)
    }),
    { numRuns: 1000 },
  )
})

test('A page that nobody touched becomes the compiled text', () => {
  fc.assert(
    fc.property(compilers, compilers, (base, compiled) => {
      expect(mergeBlocks(body(base), body(base), body(compiled))).toBe(body(compiled))
    }),
  )
})

test('Compiling to the same text leaves a page as its people have it', () => {
  fc.assert(
    fc.property(compilers, hand, (base, edits) => {
      const { page } = edited(base, edits)
      expect(mergeBlocks(body(base), body(page), body(base))).toBe(body(page))
    }),
  )
})

test('Merging twice changes nothing', () => {
  fc.assert(
    fc.property(compilers, hand, compilers, (base, edits, compiled) => {
      const once = mergeBlocks(body(base), body(edited(base, edits).page), body(compiled))
      expect(mergeBlocks(body(compiled), once, body(compiled))).toBe(once)
    }),
  )
})

test('A new wording by the compiler does not push aside the one a person gave that block', () => {
  const old = 'You watch the queue and not the load when it is cold. ^[a.md:1]'
  const own = 'Watch the queue. The load lies. ^[a.md:1]'
  const newer = 'You watch the queue and not the load when it is hot. ^[a.md:1]'
  expect(mergeBlocks(body(['# T', old]), body(['# T', own]), body(['# T', newer]))).toBe(body(['# T', own]))
})

test('A fenced block is one block, whatever stands in it', () => {
  const fenced = '```sh\nmake\n\n\nmake install\n```'
  expect(blocksOf(`Before.\n\n${fenced}\n\nAfter.\r\n\r\nLast.`)).toEqual(['Before.', fenced, 'After.', 'Last.'])
  expect(blocksOf('~~~\na\n\n```\n\nb\n~~~\n\nc')).toEqual(['~~~\na\n\n```\n\nb\n~~~', 'c'])
})
