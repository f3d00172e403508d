import type { z } from 'zod'
import type { Message, NotRead } from './message.ts'
import { type Gathered, inOrder, named, readDay } from './slack-days.ts'
import { countLeftOut } from './slack-left-out.ts'
import { type ExportFiles, listIn } from './slack-list.ts'
import { slackChannel, slackUser } from './slack-schemas.ts'

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
    readDay(files, { path, channel: folderOf(path) }, people, gathered, unread)
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
