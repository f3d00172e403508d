/** How a server stands a team at work: two hundred people who read, look, ask, answer and edit, with a pause between. */
import { fork } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Done, ToDo } from './crowd-people.ts'
import { type Bench, rounded, say } from './figures.ts'
import { type Handbook, startHandbook, wantedIn } from './handbook-space.ts'
import { inDatabase, inFolder } from './in-place.ts'
import { enter, type Server, startBare, type Visitor } from './server.ts'

const [PEOPLE, SECONDS, BARE_SECONDS, REST_SECONDS] = [200, 60, 15, 30]
/** So many questions wait for answers, and so many were answered and confirmed, so that there is something to recall. */
const [OPEN, ANSWERED] = [40, 40]

/** Imports the folder PATH, lets the crowd in, and measures each answer; PostgreSQL where an address is given. */
export const bench: Bench = async (path) => {
  if (!path) throw new Error('Say which folder of pages: npm run bench -- crowd PATH')
  const address = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL
  const sqlite = await inFolder(tmpdir(), (folder) => measure(path, folder))
  if (!address) return sqlite
  const postgres = await inDatabase(address, (url) => inFolder(tmpdir(), (folder) => measure(path, folder, url)))
  return { ...sqlite, postgres }
}

async function measure(path: string, folder: string, database?: string) {
  const handbook = await startHandbook(path, join(folder, 'data'), database)
  const { server } = handbook
  const bare = await startBare()
  try {
    const todo = await prepared(handbook, path)
    say('the crowd is at work…')
    const before = server.cpuSeconds()
    const done = await work({ ...todo, port: server.port, seconds: SECONDS })
    const busy = (server.cpuSeconds() - before) / SECONDS
    const peer = await work({ ...todo, port: bare.port, seconds: BARE_SECONDS, only: '/' })
    await new Promise((resolve) => setTimeout(resolve, REST_SECONDS * 1000))
    for (const fault of new Set(done.errors)) say(fault)
    const [all, bareTook] = [Object.values(done.took).flat(), Object.values(peer.took).flat()]
    return {
      errors: done.errors.length,
      requests: all.length,
      p50Ms: at(all, 0.5),
      p95Ms: at(all, 0.95),
      worstMs: at(all, 1),
      readPageP95Ms: at(done.took['read-page'] ?? [], 0.95),
      restMB: rounded(server.residentMB()),
      cpuShare: rounded(busy),
      clashes: done.clashes,
      p95MsOf: Object.fromEntries(Object.entries(done.took).map(([what, took]) => [what, at(took, 0.95)])),
      p95OverBare: rounded(at(all, 0.95) / at(bareTook, 0.95)),
      peers: { bare: { p50Ms: at(bareTook, 0.5), p95Ms: at(bareTook, 0.95), worstMs: at(bareTook, 1) } },
    }
  } finally {
    await bare.stop()
    await server.stop()
  }
}

/** Lets people in, and has some of them ask, answer and confirm, so that the crowd has something to do. */
async function prepared({ server, owner, topics }: Handbook, path: string): Promise<Omit<ToDo, 'port' | 'seconds'>> {
  say('letting people in…')
  const people = await letIn(server, owner)
  const { words, questions } = wantedIn(path, 2000)
  const [asker, teller] = [people[0] as Visitor, people[1] as Visitor]
  const open: string[] = []
  for (let n = 0; n < OPEN + ANSWERED; n++) {
    const asked = await asker.does('ask', { topic: topics[n % topics.length] ?? '', words: questions[n] ?? '' })
    if (n < OPEN) open.push(asked.question)
    else await answered(teller, asked.question, `It takes about ${n} minutes. You see it by the light: ${words[n]}.`)
  }
  return {
    space: owner.space,
    cookies: people.map(({ cookie }) => cookie),
    people: people.map(({ id }) => id),
    topics: topics.slice(0, topics.length - 1),
    words,
    questions,
    open,
    exercises: await exercisesThere(asker),
  }
}

async function letIn(server: Server, owner: Visitor): Promise<Visitor[]> {
  const people: Visitor[] = []
  while (people.length < PEOPLE) {
    const { path } = await owner.does('invite', { role: 'member' })
    people.push(await enter(server, path, { name: `P${people.length}` }))
  }
  return people
}

async function answered(by: Visitor, question: string, words: string): Promise<void> {
  const { claims } = await by.does('answer', { question, words })
  await by.does('confirm-claims', {
    claims: claims.map((one: { id: string; version: number }) => ({ id: one.id, version: one.version })),
  })
}

/** Exercises are made of confirmed lines by what follows the acts: they come within seconds. */
async function exercisesThere(by: Visitor): Promise<string[]> {
  for (let tries = 0; tries < 60; tries++) {
    const { exercises } = (await by.does('list-exercises', { most: 200 })) as { exercises: { id: string }[] }
    if (exercises.length >= ANSWERED) return exercises.map(({ id }) => id)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('No exercises came of the confirmed lines.')
}

/** Has the crowd work in a process of its own, so that sending is not measured with answering. */
function work(todo: ToDo): Promise<Done> {
  const child = fork(join(import.meta.dirname, 'crowd-people.ts'))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The crowd ended with ${code}.`)))
    child.once('message', (done) => resolve(done as Done))
    child.send(todo)
  })
}

/** The time within which such a share of the answers came. */
function at(took: readonly number[], share: number): number {
  const sorted = [...took].sort((one, other) => one - other)
  return rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN)
}
