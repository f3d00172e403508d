/** A server with a folder of pages in it, brought as its operator brings one, and what people would look for there. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { say } from './figures.ts'
import { enter, type Server, startWhorl, UNBOUND, untilSaid, type Visitor } from './server.ts'

const root = join(import.meta.dirname, '..')

/** A running server, its owner, and the paths of the topics that the folder's pages became. */
export interface Handbook {
  server: Server
  owner: Visitor
  topics: string[]
}

/**
 * Starts a server on a new data folder and imports a folder of pages by `whorl import`; ready once it is indexed.
 * A probe is loaded into it before it starts.
 */
export async function startHandbook(
  folder: string,
  data: string,
  database?: string,
  probe?: string,
): Promise<Handbook> {
  const server = await startWhorl(data, database, UNBOUND, probe)
  const owner = await enter(server, await untilSaid(server, /\S+\/enter#\S+/), { name: 'Mara', spaceName: 'Handbook' })
  say(`importing ${folder}…`)
  await promisify(execFile)(process.execPath, [join(root, 'bin', 'whorl.js'), 'import', folder], {
    cwd: root,
    env: { ...process.env, WHORL_DATA: data, ...(database && { DATABASE_URL: database }) },
    maxBuffer: 1 << 28,
  })
  const topics = await allTopics(owner)
  await untilIndexed(server)
  say(`${topics.length} topics`)
  return { server, owner, topics }
}

async function allTopics(owner: Visitor): Promise<string[]> {
  const paths: string[] = []
  for (let after: string | undefined; ; ) {
    const page = await owner.does('list-topics', after === undefined ? {} : { after })
    for (const { path } of page.topics as { path: string }[]) paths.push(path)
    after = page.next ?? undefined
    if (after === undefined) return paths
  }
}

/** What follows from an import is done when the server no longer works: for two seconds it used next to no time. */
async function untilIndexed(server: Server): Promise<void> {
  for (let quiet = 0; quiet < 4; ) {
    const before = server.cpuSeconds()
    await new Promise((resolve) => setTimeout(resolve, 500))
    quiet = server.cpuSeconds() - before < 0.05 ? quiet + 1 : 0
  }
}

/** The same throws in every run: a number below `most`. */
export function dice(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

/** What people would look for in a folder: two words of a sentence, and a question made of a sentence's words. */
export function wantedIn(folder: string, many: number): { words: string[]; questions: string[] } {
  const sentences = sentencesIn(folder)
  const below = dice(20261130)
  const words: string[] = []
  const questions: string[] = []
  while (words.length < many) {
    const sentence = sentences[below(sentences.length)] ?? []
    const at = below(sentence.length - 1)
    words.push(sentence.slice(at, at + 2).join(' '))
    const start = (sentences[below(sentences.length)] ?? []).slice(0, 5).join(' ')
    questions.push(`${OPENINGS[below(OPENINGS.length)]} ${start}?`)
  }
  return { words, questions }
}

const OPENINGS = ['How do I', 'Who should', 'When do we', 'Where is', 'What is', 'Why does', 'Can I']

/** The longer words of each sentence of prose. */
function sentencesIn(folder: string): string[][] {
  const files = (readdirSync(folder, { recursive: true }) as string[]).filter((name) => name.endsWith('.md')).sort()
  return files.flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split(/(?<=[.!?])\s+|\n+/)
      .filter((line) => /^[A-Z][\p{L} ,']+[.!?]$/u.test(line))
      .map((line) => line.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
      .filter(({ length }) => length > 4),
  )
}
