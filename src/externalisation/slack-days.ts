import { z } from 'zod'
import type { Message, NotRead } from './message.ts'
import type { countLeftOut } from './slack-left-out.ts'
import { type ExportFiles, listIn } from './slack-list.ts'
import { type Draft, draftOf, nameOf, withoutRepeats } from './slack-message.ts'
import { type SlackMessage, type SlackUser, slackMessage } from './slack-schemas.ts'
import { slackWords } from './slack-text.ts'

const day = z.unknown().transform((given) => slackMessage.safeParse(given).data ?? null)

/** What is gathered while days are read. */
export interface Gathered {
  drafts: Map<string, Draft>
  deleted: Set<string>
  /** The names by which messages call their writers. */
  called: Map<string, string>
  left: ReturnType<typeof countLeftOut>
}

/** Reads a day of a channel. */
export function readDay(
  files: ExportFiles,
  { path, channel }: { path: string; channel: string },
  people: People,
  into: Gathered,
  unread: NotRead[],
): void {
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
export function named(
  { drafts, deleted, called, left }: Gathered,
  people: People,
  channels: ReadonlyMap<string, string>,
) {
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

/** Sorts messages by time. */
export const inOrder = (messages: Message[]): Message[] =>
  messages.sort((a, b) => Number(a.key) - Number(b.key) || (a.channel < b.channel ? -1 : a.channel > b.channel ? 1 : 0))
