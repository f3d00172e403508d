import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aliasesFrom, withAliases } from '../pages/aliases.ts'
import { nameIndex, wantedKey } from './name-index.ts'

const page = (path: string, title: string | null = null, aliases: string[] = []) => ({ path, title, aliases })

test('A target is looked up exactly as file or title, then as alias, then as slug', () => {
  const stem = page('a/Foo Bar.md')
  const slug = page('foo-bar-2.md', 'Other')
  const title = page('c.md', 'Foo Bar 2!')
  const alias = page('d.md', 'D', ['Baz', 'Other'])
  const { resolve } = nameIndex([alias, title, slug, stem])
  expect(resolve('foo bar')).toBe(stem)
  expect(resolve('Foo-Bar')).toBe(stem)
  expect(resolve('Foo Bar 2!')).toBe(title)
  expect(resolve('Foo Bar 2')).toBeUndefined()
  expect(resolve('foo-bar-2')).toBe(slug)
  expect(resolve('other')).toBe(slug)
  expect(resolve('baz')).toBe(alias)
  expect(resolve('a/Foo Bar.md')).toBe(stem)
  expect(resolve('b/Foo Bar')).toBeUndefined()
  expect(resolve('constructor')).toBeUndefined()
})

test('An alias that several pages have names none of them, and is told', () => {
  const { resolve, shared } = nameIndex([page('a.md', 'A', ['DEC']), page('b.md', 'B', ['dec', 'only'])])
  expect(resolve('DEC')).toBeUndefined()
  expect(resolve('only')?.path).toBe('b.md')
  expect([...shared.keys()]).toEqual(['dec'])
})

test('Of pages with one name the one in the nearest folder is meant', () => {
  const { resolve } = nameIndex([page('en/x/Sync.md'), page('ja/x/Sync.md')])
  expect(resolve('Sync', 'ja/Home.md')?.path).toBe('ja/x/Sync.md')
  expect(resolve('Sync', 'en/x/Home.md')?.path).toBe('en/x/Sync.md')
})

test('Letters may be of either case, and a page is reached by its own name and slug', () => {
  expect(wantedKey('Knowledge management')).toBe(wantedKey('knowledge  Management'))
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-zéß知]{1,6}( [A-Za-z]{1,4}){0,3}$/), (name) => {
      const { resolve } = nameIndex([page(`x/${name}.md`)])
      for (const said of [name, name.toLowerCase(), name.replaceAll(' ', '-')])
        expect(resolve(said)?.path).toBe(`x/${name}.md`)
    }),
  )
})

test('Aliases are the slug, the halves swapped, and whole first characters', () => {
  expect(aliasesFrom('SECI model (Knowledge Spiral)')).toEqual(['seci-model-knowledge-spiral', 'SMKS'])
  expect(aliasesFrom('Alerts and logs or not')).toEqual(['alerts-and-logs-or-not', 'logs or not and Alerts', 'AALON'])
  expect(aliasesFrom('slug')).toEqual([])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (title, taken) => {
      for (const alias of aliasesFrom(title)) {
        expect(alias.isWellFormed()).toBe(true)
        expect(alias).not.toMatch(/[|[\]\n]/)
      }
      expect(withAliases(taken, title).filter((alias) => taken.includes(alias))).toEqual([...new Set(taken)])
    }),
  )
})
