import fc from 'fast-check'
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import { expect, test } from 'vitest'
import { type Slots, statement } from '../src/store/statement.ts'
import type { Tables } from '../src/store/tables/index.ts'
import { freshStore } from './stores.ts'

const db = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (one) => new SqliteIntrospector(one),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
})

const inSlugs = () =>
  statement((on, $: Slots<{ slugs: string[]; name: string }>) =>
    on.selectFrom('space').select('slug').where('slug', 'in', $.slugs).where('name', '=', $.name).orderBy('slug'),
  )

test('A list is padded to a power of two, so that few shapes exist', () => {
  const query = inSlugs()
  const shapes = new Set<string>()
  for (let length = 0; length <= 100; length++) {
    const slugs = Array.from({ length }, (_, n) => `s${n}`)
    const { sql, values } = query.compile(db, 'sqlite', { slugs, name: 'x' })
    shapes.add(sql)
    expect(sql.match(/\?/g)).toHaveLength(values.length)
    expect(new Set(values)).toEqual(new Set([...(length ? slugs : ['']), 'x']))
  }
  expect(shapes.size).toBe(8)
})

test('Values never stand in the text of a statement', () => {
  const query = inSlugs()
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 4 }), fc.string(), (slugs, name) => {
      const { sql, values } = query.compile(db, 'sqlite', { slugs, name })
      expect(sql).toMatch(/^[\w\s".,()=?]+$/)
      expect(values.at(-1)).toBe(name)
    }),
  )
})

test('A list finds its rows whatever its length, and an empty one finds none', async () => {
  const store = await freshStore()
  const all = ['a', 'b', 'c', 'd', 'e']
  await store.write(async ({ db: on }) => {
    const row = { name: 'x', seq: 0, example_of: null, made_at: '' }
    for (const slug of all)
      await on
        .insertInto('space')
        .values({ id: slug, slug, ...row })
        .execute()
  })
  const query = inSlugs()
  for (let length = 0; length <= all.length; length++) {
    const slugs = all.slice(0, length)
    expect((await store.read((tx) => tx.all(query, { slugs, name: 'x' }))).map(({ slug }) => slug)).toEqual(slugs)
  }
  const long = Array.from({ length: 70_000 }, (_, n) => (n % 10_000 === 0 ? (all[n / 10_000] ?? '"') : `none, '${n}`))
  const found = await store.read((tx) => tx.all(query, { slugs: long, name: 'x' }))
  expect(found.map(({ slug }) => slug)).toEqual(all)
})
