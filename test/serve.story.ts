/** The real server, spawned: its first link, its one folder, its end by a word and by kill -9. */
import { existsSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'
import { acts } from '../src/acts.ts'
import { makeSpace } from '../src/ba/index.ts'
import { openPerform } from '../src/ledger/index.ts'
import type { Store } from '../src/store/index.ts'
import { ask, command, found, freshGround, type Ground, linkOf, startServer } from './spawned.ts'
import { openAt } from './stores.ts'

test('A server prints its first link, has its folder alone, and ends in order when it is told to', async () => {
  const ground = await freshGround()
  const server = await startServer(ground)
  await linkOf(server)
  expect(server.said()).toMatch(
    /^Whorl is open at http:\/\/localhost:\d+\nOpen this link to begin; it works once, within 24 hours:\n\n {2}http:\S+\/enter#[\w-]{43}\n/,
  )
  const cookie = await found(server)
  const spaces = await fetch(`${server.url}/api/house/list-spaces`, { headers: { cookie } })
  expect(await spaces.json()).toMatchObject({ me: { name: 'Mara' }, spaces: [{ slug: 'ours', role: 'owner' }] })
  expect(statSync(join(ground.folder, 'server.json')).mode & 0o077).toBe(0)
  expect(statSync(join(ground.folder, 'secret')).mode & 0o077).toBe(0)

  // A second one is told what to do; a command speaks to the one that runs.
  const second = await command(ground, 'serve')
  expect(second.code).toBe(1)
  expect(second.complained).toBe(
    `A Whorl is running on ${ground.folder} already at ${server.url} (process ${server.child.pid}). ` +
      'Use that one, stop it first, or start this one on another folder with WHORL_DATA=…\n',
  )
  const started = await command(ground, 'start-topic', '--title', 'Cache purge')
  expect(JSON.parse(started.said)).toMatchObject({ topic: { slug: 'cache-purge' } })
  expect(await ask(server, 'list-topics', {})).toMatchObject({ topics: [{ title: 'Cache purge' }] })

  // A request that is under way when the word comes is answered.
  const body = JSON.stringify({ title: 'Under way' })
  const headers = {
    authorization: `Bearer ${server.token}`,
    'content-type': 'application/json',
    'content-length': body.length,
  }
  const answered = new Promise<number | undefined>((resolve, reject) => {
    const sent = request(`${server.url}/api/ours/start-topic`, { method: 'POST', headers }, (answer) =>
      resolve(answer.resume().statusCode),
    )
    sent.on('error', reject)
    sent.write(body.slice(0, 5))
    setTimeout(() => {
      server.child.kill('SIGTERM')
      setTimeout(() => sent.end(body.slice(5)), 150)
    }, 100)
  })
  expect(await answered).toBe(200)
  expect(await server.end()).toBe(0)
  expect(existsSync(join(ground.folder, 'server.json'))).toBe(false)

  // Where none runs, a command opens the store itself; the first link is not printed again.
  const listed = await command(ground, 'list-topics', '--space', 'ours')
  expect(JSON.parse(listed.said).topics.map(({ title }: { title: string }) => title)).toEqual([
    'Cache purge',
    'Under way',
  ])
  const again = await startServer(ground)
  expect(again.said()).not.toContain('/enter#')
  expect((await fetch(`${again.url}/api/house/list-spaces`, { headers: { cookie } })).status).toBe(200)
  expect(await again.end('SIGINT')).toBe(0)
}, 60_000)

test('What was acknowledged before kill -9 is there after it', async () => {
  const ground = await freshGround()
  const server = await startServer(ground)
  await found(server)
  const acknowledged: string[] = []
  const titles = Array.from({ length: 200 }, (_, n) => `Topic ${n}`)
  await Promise.all(
    Array.from({ length: 5 }, async () => {
      for (let title = titles.pop(); title; title = titles.pop()) {
        const done = await ask(server, 'start-topic', { title }).catch(() => null)
        if (!done) return
        acknowledged.push(title)
        if (acknowledged.length === 25) server.child.kill('SIGKILL')
      }
    }),
  )
  expect(acknowledged.length).toBeGreaterThanOrEqual(25)
  expect(titles.length).toBeGreaterThan(0)
  const listed = await command(ground, 'list-topics')
  const there = (JSON.parse(listed.said).topics as { title: string }[]).map(({ title }) => title)
  expect(there).toEqual(expect.arrayContaining(acknowledged))
  expect(there.length).toBeLessThanOrEqual(acknowledged.length + 5)
}, 60_000)

const TOPICS = 30

/** Two people say something on many topics and confirm it, with nobody there to follow: every page waits to be compiled. */
async function prepare(store: Store): Promise<void> {
  const now = () => new Date().toISOString()
  const flag = store.kind === 'sqlite' ? 0 : false
  const person = { id: uuidv7(), name: 'Mara', email: 'mara@example.org', email_verified: flag, image: null }
  const other = { ...person, id: uuidv7(), name: 'Ben', email: 'ben@example.org' }
  await store.write(async (tx) => {
    const here = { created_at: now(), updated_at: now() }
    await tx.db
      .insertInto('person')
      .values([person, other].map((one) => ({ ...one, ...here })))
      .execute()
    const space = uuidv7()
    await makeSpace(tx, { id: space, name: 'Ours', owner: person.id, now: now() })
    const member = { space_id: space, person_id: other.id, role: 'member', since: now() }
    await tx.db.insertInto('membership').values(member).execute()
  })
  const perform = openPerform(store, { now, newId: uuidv7 }, () => {})
  const does = async (name: string, input: unknown, by = person) => {
    const act = acts.find((one) => one.name === name)
    if (!act) throw new Error(name)
    // biome-ignore lint/suspicious/noExplicitAny: outputs of several acts.
    return (await perform({ act, space: 'ours', input, by, door: 'test' })) as any
  }
  for (let n = 0; n < TOPICS; n++) {
    const { topic } = await does('start-topic', { title: `Topic ${n}` })
    const { question } = await does('ask', { topic: topic.id, words: 'What is it?' })
    const words = `Number ${n} is a thing of great use. Never drop it on a Monday morning.`
    for (const by of [person, other]) {
      const { claims } = await does('answer', { question, words: `${by.name} says: ${words}` }, by)
      await does('confirm-claims', { claims: claims.map(({ id }: { id: string }) => ({ id, version: 1 })) }, by)
    }
  }
}

/** On a store of many processes a job is taken over when its time is over: here it is over at once. */
const timeGoesBy = (store: Store) =>
  store.write(({ db }) =>
    db
      .updateTable('job')
      .set({ taken_until: '2020-01-01T00:00:00.000Z' })
      .where('taken_until', 'is not', null)
      .execute(),
  )

async function killedAndStarted(ground: Ground, store: Store): Promise<void> {
  for (const after of [0, 60, 120]) {
    const server = await startServer(ground)
    await new Promise((resolve) => setTimeout(resolve, after))
    expect(await server.end('SIGKILL')).toBe('SIGKILL')
    if (store.kind === 'postgres') await timeGoesBy(store)
  }
}

test('Killed again and again with many pages to compile, it compiles each once', async () => {
  const ground = await freshGround()
  const store = await openAt(ground.at)
  await prepare(store)
  const acted = await store.db
    .selectFrom('journal')
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow()
  expect(Number(acted.n)).toBe(6 * TOPICS)
  await killedAndStarted(ground, store)

  const server = await startServer(ground)
  const count = async (table: 'page' | 'page_version' | 'exercise' | 'parked' | 'claim') =>
    Number(
      (
        await store.db
          .selectFrom(table)
          .select((eb) => eb.fn.countAll().as('n'))
          .executeTakeFirstOrThrow()
      ).n,
    )
  const left = async () => {
    const { topics } = (await ask(server, 'list-topics', {})) as { topics: { summary: string | null }[] }
    return topics.filter(({ summary }) => !summary).length
  }
  await expect.poll(left, { timeout: 90_000, interval: 100 }).toBe(0)
  // What else follows may still be under way.
  await expect
    .poll(async () => (await count('claim')) - (await count('exercise')), { timeout: 30_000, interval: 100 })
    .toBe(0)
  expect(await server.end('SIGTERM')).toBe(0)

  const conversions = await store.db.selectFrom('conversion').select(['id', 'mode']).execute()
  const about = await store.db.selectFrom('conversion_topic').select(['conversion_id', 'topic_id']).execute()
  const topicsOf = (id: string) => about.filter((row) => row.conversion_id === id).map(({ topic_id }) => topic_id)
  const combined = conversions.filter(({ mode }) => mode === 'combination').map(({ id }) => topicsOf(id).join())
  expect(combined).toHaveLength(TOPICS)
  expect(new Set(combined).size).toBe(TOPICS)
  expect(conversions.filter(({ mode }) => mode === 'externalisation')).toHaveLength(2 * TOPICS)
  expect(await count('page')).toBe(TOPICS)
  expect(await count('page_version')).toBe(TOPICS)
  expect(await count('exercise')).toBe(await count('claim'))
  expect(await count('parked')).toBe(0)
  const seqs = (await store.db.selectFrom('journal').select('seq').orderBy('seq').execute()).map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.map((_, at) => at + 1))
}, 180_000)
