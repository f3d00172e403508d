import { z } from 'zod'
import type { Message, NotRead, Writer } from './message.ts'
import { type SlackMessage, type SlackUser, slackChannel, slackMessage, slackUser } from './slack-schemas.ts'
import { mentionsIn, slackWords } from './slack-text.ts'

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
  const hidden = privateFolders(list, unread)
  const open = new Set(list('channels.json', slackChannel).flatMap((channel) => publicName(channel, hidden)))
  const days = daysOf(files.paths, open, hidden, unread)
  const messages = days.flatMap((path, n) => {
    if (n % 100 === 0) files.progress(`Reading what was said: ${n} of ${days.length} days…`)
    return dayIn(files, path, people, unread)
  })
  return { messages: inOrder(messages), channels: new Set(days.map(folderOf)).size, unread }
}

type List = <T>(path: string, schema: z.ZodType<T>) => T[]

/** The folders of private conversations, reported as skipped. */
function privateFolders(list: List, unread: NotRead[]): Set<string> {
  const folders = new Set<string>()
  for (const [path, what] of PRIVATE) {
    const channels = list(path, slackChannel)
    if (channels.length) unread.push({ path, reason: `${what} are left out: only what all could read is read.` })
    for (const { id, name } of channels) for (const folder of [id, name]) if (folder) folders.add(folder)
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

function dayIn(files: ExportFiles, path: string, people: ReadonlyMap<string, SlackUser>, unread: NotRead[]): Message[] {
  const channel = folderOf(path)
  const all = listIn(files, path, day, unread)
  const messages = all.flatMap((given, index) => {
    const at = given && dateOf(given.ts)
    if (!given || !at || !isSomebodys(given, people)) return []
    return [messageOf(given, { channel, at, by: writerOf(given, people), where: { path, index } }, people)]
  })
  const odd = all.filter((given) => !given || !dateOf(given.ts)).length
  if (odd) unread.push({ path, reason: `${odd} of its ${all.length} messages could not be read; the rest was.` })
  return messages
}

type Known = Pick<Message, 'channel' | 'at' | 'by' | 'where'>
const MOST_LETTERS = 8000

function messageOf(given: SlackMessage, known: Known, people: ReadonlyMap<string, SlackUser>): Message {
  const text = (given.text ?? '').slice(0, MOST_LETTERS).toWellFormed().replaceAll('\0', '')
  return {
    ...known,
    key: given.ts,
    words: slackWords(text, (id) => nameOf(people.get(id)) ?? 'someone'),
    thread: given.thread_ts == null ? null : String(given.thread_ts),
    mentions: mentionsIn(text),
    signs: given.reactions.map(({ name, users }) => ({ name, by: users })),
  }
}

const SAID = new Set(['', 'thread_broadcast', 'me_message', 'file_share'])

/** Whether a person wrote it: no bot, join notice or deleted message. */
function isSomebodys(
  { type, subtype, bot_id, user, text, hidden }: SlackMessage,
  people: ReadonlyMap<string, SlackUser>,
) {
  if ((type ?? 'message') !== 'message' || !SAID.has(subtype ?? '') || bot_id || hidden) return false
  return !!user && user !== 'USLACKBOT' && !people.get(user)?.is_bot && !!text?.trim()
}

function writerOf({ user, user_profile }: SlackMessage, people: ReadonlyMap<string, SlackUser>): Writer {
  const known = people.get(user ?? '')
  const own = user_profile?.real_name || user_profile?.display_name || user_profile?.name
  return { id: user ?? '', name: nameOf(known) ?? (own || 'someone'), gone: known?.deleted ?? false }
}

function nameOf(user: SlackUser | undefined): string | null {
  const name =
    user?.profile?.real_name?.trim() || user?.real_name?.trim() || user?.profile?.display_name?.trim() || user?.name
  return name ? name.slice(0, 100).toWellFormed() : null
}

/** The ISO time of a timestamp, also before 1970; null if it is invalid. */
function dateOf(ts: string): string | null {
  const seconds = /^-?\d{1,12}(?:\.\d{1,9})?$/.test(ts) ? Number(ts) : Number.NaN
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** Sorts by time and drops duplicates, which joined exports have. */
function inOrder(messages: Message[]): Message[] {
  const once = new Map(messages.map((message) => [`${message.channel} ${message.key}`, message]))
  return [...once.values()].sort(
    (a, b) => Number(a.key) - Number(b.key) || (a.channel < b.channel ? -1 : a.channel > b.channel ? 1 : 0),
  )
}
