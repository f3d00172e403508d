import type { Message } from './message.ts'
import { blocksMarkup } from './slack-blocks.ts'
import type { LeftOut } from './slack-left-out.ts'
import type { SlackMessage, SlackUser } from './slack-schemas.ts'
import { mentionsIn } from './slack-text.ts'

/** A message whose ids have no names yet: these may stand in a later message. */
export interface Draft extends Omit<Message, 'words' | 'by'> {
  user: string
  /** Its words, in Slack's markup. */
  markup: string
  /** Whether it is a reply shown in the channel as well. */
  broadcast: boolean
  /** When it was edited last, in seconds; 0 if it was not. */
  edited: number
}

/** The subtypes of what people say; all others are notices by Slack. */
const SAID = new Set(['', 'thread_broadcast', 'me_message', 'file_share', 'file_comment'])
const BY_APPS = new Set(['bot_message', 'slackbot_response'])
/** What Slack writes in place of a text that only blocks hold. */
const INSTEAD = /^(?:This content can't be displayed\.?|This message contains interactive elements\.?)$/
const MOST_LETTERS = 8000

/** The message that a person wrote, or why it is left out. */
export function draftOf(
  given: SlackMessage,
  known: Pick<Message, 'channel' | 'at' | 'where'>,
  people: ReadonlyMap<string, SlackUser>,
): Draft | LeftOut {
  const subtype = given.subtype ?? ''
  if (subtype === 'tombstone') return 'deleted'
  const user = (subtype === 'file_comment' && given.comment?.user) || given.user || ''
  if (BY_APPS.has(subtype) || isApps(given, user, people)) return 'app'
  if ((given.type ?? 'message') !== 'message' || !SAID.has(subtype) || given.hidden) return 'notice'
  const markup = markupOf(given, user)
  if (typeof markup !== 'string') return markup.none
  return {
    ...known,
    key: given.ts,
    user,
    markup,
    thread: given.thread_ts == null ? null : String(given.thread_ts),
    mentions: mentionsIn(markup),
    signs: given.reactions.map(({ name, users }) => ({ name, by: users })),
    broadcast: subtype === 'thread_broadcast',
    edited: 0,
  }
}

/** Whether an app wrote it. What a listed person posted by an app is that person's. */
function isApps({ bot_id, user_profile }: SlackMessage, user: string, people: ReadonlyMap<string, SlackUser>): boolean {
  if (!user || user === 'USLACKBOT') return true
  const listed = people.get(user)
  return listed ? listed.is_bot === true : !!bot_id && !user_profile
}

/** The words of a message: its text, the comment on its file, its blocks, or what an app attached. */
function markupOf(given: SlackMessage, user: string): string | { none: LeftOut } {
  const { text, comment, file, files, blocks, attachments } = given
  const plain = text && !INSTEAD.test(text.trim()) ? text : ''
  const commented = [file, ...files].map((one) => one?.initial_comment?.comment).find((one) => one?.trim())
  const own = attachments.filter((one) => !isPassedOn(one, user))
  const all = [comment?.comment ?? commented ?? plain, blocksMarkup(blocks), own.map(attached).join('\n')]
  const words = all.find((one) => one.trim())
  if (words) return words.slice(0, MOST_LETTERS).toWellFormed().replaceAll('\0', '')
  if (attachments.length > own.length) return { none: 'passed' }
  return { none: files.length || file ? 'file' : 'empty' }
}

type Attachment = SlackMessage['attachments'][number]

/** Whether what is attached is a page's preview or somebody else's message. */
const isPassedOn = ({ author_id, is_msg_unfurl, is_share, from_url, original_url }: Attachment, user: string) =>
  is_msg_unfurl || is_share || from_url || original_url || (!!author_id && author_id !== user)

function attached({ pretext, title, text, fields, blocks }: Attachment): string {
  const rows = fields.map((field) => [field.title, field.value].filter(Boolean).join(': '))
  return [pretext, title, text || blocksMarkup(blocks), ...rows].filter((one) => one?.trim()).join('\n')
}

/** The name in a user's entry or a message's profile; their id is none. */
export function nameOf(
  id: string,
  user: Partial<Pick<SlackUser, 'name' | 'real_name' | 'profile'>> | undefined,
): string | null {
  const { profile } = user ?? {}
  const names = [profile?.real_name, user?.real_name, profile?.display_name, profile?.name, user?.name]
  const name = names.map((one) => one?.trim()).find((one) => one && one !== id)
  return name ? name.slice(0, 100).toWellFormed() : null
}

/** Replies that the channel shows as well stand in an export twice, at times: the reply is kept. */
export function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const words = ({ channel, user, markup }: Draft) => `${channel} ${user} ${markup}`
  const replies = Map.groupBy(
    drafts.filter(({ broadcast, thread, key }) => !broadcast && thread !== null && thread !== key),
    words,
  )
  const isRepeat = (one: Draft) =>
    replies.get(words(one))?.some(({ thread }) => one.thread === null || one.thread === thread) ?? false
  return drafts.filter((one) => !one.broadcast || !isRepeat(one))
}
