import { z } from 'zod'
import type { Message, NotRead } from './message.ts'
import { countLeftOut } from './slack-left-out.ts'
import { type Draft, draftOf, nameOf, withoutRepeats } from './slack-message.ts'
import { type SlackMessage, type SlackUser, slackChannel, slackMessage, slackUser } from './slack-schemas.ts'
import { slackWords } from './slack-text.ts'

/** The files of an export: relative paths, and the text or fault of each. */
export interface ExportFiles {
  paths: readonly string[]
  read(path: string): { text: string } | { fault: string }
  progress: (words: string) => void
}

/** The messages of an export's public channels in order, and the parts not read. */
export interface Chat {
  messages: Message[]
  channels: number
  unread: NotRead[]
  /** What is left out of the days that were read, in sentences with numbers and places. */
  leftOut: string[]
}

const DAY = /^([^/]+)\/\d{4}-\d{2}-\d{2}\.json$/
const PRIVATE: [file: string, what: string][] = [
  ['groups.json', 'Private channels'],
  ['dms.json', 'Direct messages'],
  ['mpims.json', 'Group messages'],
]
const PEOPLE = ['users.json', 'org_users.json']
const LISTS = ['channels.json', ...PEOPLE, ...PRIVATE.map(([file]) => file)]

/** Whether a path belongs to a Slack export. */
export const isExportFile = (path: string): boolean => LISTS.includes(path) || DAY.test(path)

/**
 * Whether these are the files of a Slack export: a list of channels or people, and days in folders.
 */
export const isSlackExport = (paths: readonly string[]): boolean =>
  paths.some((path) => path === 'channels.json' || PEOPLE.includes(path)) && paths.some((path) => DAY.test(path))

/**
 * Reads the public channels of a Slack export. Private, automatic and unreadable parts are skipped
 * and reported.
 */
export function readSlackExport(files: ExportFiles): Chat {
  const unread: NotRead[] = []
  const there = new Set(files.paths)
  const list = <T>(path: string, schema: z.ZodType<T>): T[] =>
    there.has(path) ? listIn(files, path, schema, unread) : []
  const people = new Map(PEOPLE.flatMap((path) => list(path, slackUser)).map((user) => [user.id, user]))
  if (!PEOPLE.some((path) => there.has(path)))
    unread.push({ path: 'users.json', reason: 'It is missing: people are named as far as their messages name them.' })
  if (!there.has('channels.json'))
    unread.push({ path: 'channels.json', reason: 'It is missing: what is public cannot be told, so nothing was read.' })
  const channels = new Map<string, string>()
  const hidden = privateFolders(list, channels, unread)
  const listed = list('channels.json', slackChannel)
  for (const { id, name } of listed) if (id && name) channels.set(id, name)
  const open = new Set(listed.flatMap((channel) => publicName(channel, hidden)))
  const days = daysOf(files.paths, open, hidden, unread)
  const gathered: Gathered = { drafts: new Map(), deleted: new Set(), called: new Map(), left: countLeftOut() }
  for (const [n, path] of days.entries()) {
    if (n % 100 === 0) files.progress(`Reading what was said: ${n} of ${days.length} days…`)
    readDay(files, path, people, gathered, unread)
  }
  const messages = inOrder(named(gathered, people, channels))
  return { messages, channels: new Set(days.map(folderOf)).size, unread, leftOut: gathered.left.notes() }
}

type List = <T>(path: string, schema: z.ZodType<T>) => T[]

/** The folders of private conversations, reported as skipped. */
function privateFolders(list: List, channels: Map<string, string>, unread: NotRead[]): Set<string> {
  const folders = new Set<string>()
  for (const [path, what] of PRIVATE) {
    const closed = list(path, slackChannel)
    if (closed.length) unread.push({ path, reason: `${what} are left out: only what all could read is read.` })
    for (const { id, name } of closed) {
      for (const folder of [id, name]) if (folder) folders.add(folder)
      // A message that all can read may point to a closed channel.
      if (id && name && path === 'groups.json') channels.set(id, name)
    }
  }
  return folders
}

function publicName({ name, is_private, is_im, is_mpim }: z.infer<typeof slackChannel>, hidden: Set<string>): string[] {
  if (!name || hidden.has(name)) return []
  if (!is_private && !is_im && !is_mpim) return [name]
  hidden.add(name)
  return []
}

const folderOf = (path: string) => DAY.exec(path)?.[1] ?? ''

function daysOf(
  paths: readonly string[],
  open: ReadonlySet<string>,
  hidden: ReadonlySet<string>,
  unread: NotRead[],
): string[] {
  const days = paths.filter((path) => DAY.test(path)).sort()
  const closed = new Set(days.map(folderOf).filter((folder) => !open.has(folder)))
  for (const folder of closed) {
    const reason = hidden.has(folder) ? 'It is private: left out.' : 'It is in no list of public channels: left out.'
    unread.push({ path: `${folder}/`, reason })
  }
  return days.filter((path) => open.has(folderOf(path)))
}

/** The valid entries of a file with a list; invalid ones are counted and reported. */
function listIn<T>(files: ExportFiles, path: string, schema: z.ZodType<T>, unread: NotRead[]): T[] {
  const given = files.read(path)
  if ('fault' in given) {
    unread.push({ path, reason: given.fault })
    return []
  }
  const all = z.array(z.unknown()).safeParse(parsed(given.text))
  if (!all.success) {
    unread.push({ path, reason: 'It is no list in whole JSON.' })
    return []
  }
  const found = all.data.map((one) => schema.safeParse(one))
  const odd = found.filter(({ success }) => !success).length
  if (odd) unread.push({ path, reason: `${odd} of its ${found.length} entries could not be read; the rest was.` })
  return found.map(({ data }) => data).filter((one) => one !== undefined)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

const day = z.unknown().transform((given) => slackMessage.safeParse(given).data ?? null)

/** What is gathered while days are read. */
interface Gathered {
  drafts: Map<string, Draft>
  deleted: Set<string>
  /** The names by which messages call their writers. */
  called: Map<string, string>
  left: ReturnType<typeof countLeftOut>
}

function readDay(files: ExportFiles, path: string, people: People, into: Gathered, unread: NotRead[]): void {
  const channel = folderOf(path)
  const all = listIn(files, path, day, unread)
  let odd = 0
  for (const [index, given] of all.entries()) {
    const where = { path, index }
    const at = given && dateOf(given.ts)
    if (!given || !at) odd++
    else if (given.subtype === 'message_deleted') into.deleted.add(`${channel} ${given.deleted_ts}`)
    else if (given.subtype === 'message_changed') {
      const now = slackMessage.safeParse(given.message).data
      const since = now && dateOf(now.ts)
      if (now && since) keep(now, { channel, at: since, where }, Number(given.ts))
      else odd++
    } else if (given.subtype !== 'message_replied') keep(given, { channel, at, where }, 0)
  }
  if (odd) unread.push({ path, reason: `${odd} of its ${all.length} messages could not be read; the rest was.` })

  function keep(given: SlackMessage, known: Pick<Message, 'channel' | 'at' | 'where'>, edited: number): void {
    const name = nameOf(given.user ?? '', { profile: given.user_profile })
    if (given.user && name && !into.called.has(given.user)) into.called.set(given.user, name)
    const draft = draftOf(given, known, people)
    if (typeof draft === 'string') into.left.add(draft, known.where)
    else {
      const key = `${channel} ${draft.key}`
      const before = into.drafts.get(key)
      // The same message again, in a joined export or with its edit: the latest edit holds.
      if (!before || edited > before.edited)
        into.drafts.set(key, { ...draft, where: before?.where ?? draft.where, edited })
    }
  }
}

type People = ReadonlyMap<string, SlackUser>

/** Names people and channels once all is read, since a later message may name an earlier writer. */
function named({ drafts, deleted, called, left }: Gathered, people: People, channels: ReadonlyMap<string, string>) {
  const person = (id: string) => nameOf(id, people.get(id)) ?? called.get(id) ?? null
  const names = { person, channel: (id: string) => channels.get(id) ?? null }
  const unlisted = new Set<string>()
  const kept: Draft[] = []
  for (const [key, draft] of drafts) {
    if (deleted.has(key)) left.add('deleted', draft.where)
    else kept.push(draft)
  }
  return withoutRepeats(kept).map(({ markup, user, broadcast: _, edited: __, ...rest }): Message => {
    const { channel, key, thread, where } = rest
    if (thread !== null && thread !== key && !drafts.has(`${channel} ${thread}`)) left.add('orphan', where)
    if (!people.has(user) && !unlisted.has(user)) {
      unlisted.add(user)
      left.add('unlisted', where)
    }
    const by = { id: user, name: person(user) ?? 'someone', gone: people.get(user)?.deleted ?? false }
    return { ...rest, by, words: slackWords(markup, names) }
  })
}

/** The ISO time of a timestamp, also before 1970; null if it is invalid. */
function dateOf(ts: string): string | null {
  const seconds = /^-?\d{1,12}(?:\.\d{1,9})?$/.test(ts) ? Number(ts) : Number.NaN
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

const inOrder = (messages: Message[]): Message[] =>
  messages.sort((a, b) => Number(a.key) - Number(b.key) || (a.channel < b.channel ? -1 : a.channel > b.channel ? 1 : 0))
