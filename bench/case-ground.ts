/** Where situations are tried: one server, a space for each, and the commands that people type. */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { enter, type Server, startWhorl, UNBOUND, untilSaid, type Visitor } from './server.ts'

const root = join(import.meta.dirname, '..')

/** What was expected at a door, and what came. */
export interface Told {
  door: string
  what: string
  right: boolean
  got: string
}

/** A situation: its name, its folder where that has another, and what is expected of it. */
export interface Situation {
  name: string
  folder?: string
  expects(files: CaseFiles): Promise<Told[]>
}

/** The files of one situation, and what can be done with them. */
export interface CaseFiles {
  path: string
  /** A folder for what is made of them. */
  made: string
  server: Server
  owner: Visitor
  /** Runs a command of `whorl`. */
  whorl(...words: string[]): { status: number | null; out: string; err: string }
  /** What `whorl check` says of a folder of theirs. */
  check(folder: string): Problem[]
  /** Imports folders of theirs into a new space. */
  space(...folders: string[]): Promise<CaseSpace>
}

/** A problem that `whorl check` reports. */
export interface Problem {
  rule: string
  path: string
  line: number
  says: string
  wanted?: string
}

/** A space with a situation's files in it. */
export interface CaseSpace {
  slug: string
  // What an act gives is of that act's shape.
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  does(act: string, input: Record<string, unknown>): Promise<any>
  /** The titles of its topics. */
  titles(): Promise<string[]>
  /** The titles to which a page's links lead, by what they name; null for one that leads nowhere. */
  links(title: string): Promise<Record<string, string | null>>
  /** A page as it is read. */
  html(title: string): Promise<string>
  /** The titles that a search finds, best first. */
  found(words: string): Promise<string[]>
  /** What is quoted as an answer. */
  quoted(words: string): Promise<string>
  /** Brings a document in, and gives its text. */
  brought(file: string): Promise<{ title: string; text: string; said: string }>
  /** The folder into which it is given out. */
  out(as: string): string
  /** All text of the space given out. */
  exported(as: 'vault' | 'site' | 'llms'): Promise<Map<string, string>>
}

/** Where situations are tried. */
export interface CaseGround {
  path: string
  of(folder: string): CaseFiles
  stop(): Promise<void>
}

/** Whether something came as it is right, with what came. */
export function expected(door: string, what: string, got: unknown, right: unknown): Told {
  return { door, what, right: JSON.stringify(got) === JSON.stringify(right), got: JSON.stringify(got) ?? 'nothing' }
}

/** Whether a text has all of some pieces and none of others. */
export function reads(door: string, got: string, { has = [], not = [] }: { has?: string[]; not?: string[] }): Told[] {
  const text = got.replace(/\s+/g, ' ')
  return [
    ...has.map((one) => ({ door, what: `has “${one}”`, right: text.includes(one), got: text.slice(0, 400) })),
    ...not.map((one) => ({ door, what: `has no “${one}”`, right: !text.includes(one), got: around(text, one) })),
  ]
}

const around = (text: string, words: string) => text.slice(Math.max(0, text.indexOf(words) - 100)).slice(0, 250)

/** Starts a server for situations. */
export async function startGround(path: string, folder: string): Promise<CaseGround> {
  const data = join(folder, 'data')
  const server = await startWhorl(data, undefined, UNBOUND)
  const owner = await enter(server, await untilSaid(server, /\S+\/enter#\S+/), { name: 'Mara', spaceName: 'Cases' })
  let spaces = 0
  const whorl = (...words: string[]) => {
    const env = { ...process.env, WHORL_DATA: data }
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'whorl.js'), ...words], {
      env,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    return { status, out: stdout, err: stderr }
  }
  return {
    path,
    stop: () => server.stop(),
    of: (name) => ({
      path: join(path, name),
      made: join(folder, `made-${name}`),
      server,
      owner,
      whorl,
      check: (part) => JSON.parse(whorl('check', join(path, name, part), '--json').out).problems,
      space: async (...folders) => {
        const { slug } = await owner.does('create-space', { name: `Case ${++spaces}` }, 'house')
        for (const one of folders) whorl('import', resolve(path, name, one), '--space', slug)
        return spaceOf(slug, owner, { whorl, path: join(path, name), out: join(folder, `out-${slug}`) })
      },
    }),
  }
}

interface Around {
  whorl: CaseFiles['whorl']
  path: string
  out: string
}

function spaceOf(slug: string, owner: Visitor, { whorl, path, out }: Around): CaseSpace {
  const does: CaseSpace['does'] = (act, input) => owner.does(act, input, slug)
  const topics = async () => (await does('list-topics', { most: 200 })).topics as { title: string; path: string }[]
  const pathOf = async (title: string) => {
    const found = (await topics()).find((one) => one.title === title)
    if (!found) throw new Error(`There is no page “${title}”.`)
    return found.path
  }
  const read = async (title: string) => does('read-page', { topic: await pathOf(title) })
  return {
    slug,
    does,
    titles: async () => (await topics()).map(({ title }) => title).sort(),
    html: async (title) => (await read(title)).page.html,
    links: async (title) => {
      const titles = new Map((await topics()).map((one) => [one.path, one.title]))
      const { links } = (await read(title)) as { links: Record<string, string | null> }
      return Object.fromEntries(Object.entries(links).map(([name, to]) => [name, to && (titles.get(to) ?? to)]))
    },
    found: async (words) => {
      const { hits } = (await does('search', { words })) as { hits: { title: string }[] }
      return [...new Set(hits.map(({ title }) => title))]
    },
    quoted: async (words) => JSON.stringify((await does('what-was-said', { words })).answers),
    brought: async (file) => {
      const { out: said, err } = whorl('bring', join(path, file), '--space', slug)
      const { sources } = (await does('list-sources', {})) as { sources: { id: string; title: string }[] }
      const source = sources[0]
      if (!source) return { title: '', text: '', said: said + err }
      const { lines } = (await does('read-source', { source: source.id })) as { lines: unknown[] }
      const text = lines.map((line) => (typeof line === 'string' ? line : (line as { text: string }).text)).join('\n')
      return { title: source.title, text, said: said + err }
    },
    out: (as) => `${out}-${as}`,
    exported: async (as) => {
      const folder = `${out}-${as}`
      whorl('export', folder, '--as', as, '--space', slug)
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
        // How a site looks and works says nothing of what is in it.
        (one) => one.isFile() && !/^site\.(?:css|js)$/.test(one.name),
      )
      const paths = files.map((one) => join(one.parentPath, one.name))
      return new Map(paths.map((one) => [one.slice(folder.length + 1), readFileSync(one, 'utf8')]))
    },
  }
}
