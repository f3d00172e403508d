import { z } from 'zod'

// The fields of an export that are used; odd values count as missing.
const words = z.string().nullish().catch(null)
const yes = z.boolean().nullish().catch(null)
const many = <T extends z.ZodType>(one: T) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((all) => all.flatMap((given) => one.safeParse(given).data ?? []))

const profile = z.object({ real_name: words, display_name: words, name: words }).nullish().catch(null)

/** A person of `users.json`. */
export const slackUser = z.object({
  id: z.string().min(1),
  name: words,
  real_name: words,
  deleted: yes,
  is_bot: yes,
  profile,
})

/** A channel of `channels.json`, `groups.json` and the like; direct messages have no name. */
export const slackChannel = z.object({
  id: words,
  name: words,
  is_private: yes,
  is_im: yes,
  is_mpim: yes,
})

const any = z.unknown().optional()
const yesOrAny = any.transform((given) => Boolean(given))

/** What is attached to a message: words of an app, or of somebody else that it passes on. */
const attachment = z.object({
  pretext: words,
  title: words,
  text: words,
  author_id: words,
  is_msg_unfurl: yesOrAny,
  is_share: yesOrAny,
  from_url: yesOrAny,
  original_url: yesOrAny,
  fields: many(z.object({ title: words, value: words })),
  blocks: any,
})

const comment = z.object({ user: words, comment: words }).nullish().catch(null)
const file = z.object({ initial_comment: comment })

/** A message. */
export const slackMessage = z.object({
  type: words,
  subtype: words,
  ts: z.union([z.string(), z.number()]).transform(String),
  thread_ts: z.union([z.string(), z.number()]).nullish().catch(null),
  user: words,
  bot_id: words,
  text: words,
  hidden: yes,
  user_profile: profile,
  username: words,
  blocks: any,
  attachments: many(attachment),
  files: many(file),
  file: file.nullish().catch(null),
  comment,
  /** Of an edit, the message as it is since; of a deletion, which it was. */
  message: any,
  deleted_ts: z.union([z.string(), z.number()]).nullish().catch(null),
  reactions: z
    .array(z.unknown())
    .nullish()
    .catch(null)
    .transform((all) => (all ?? []).flatMap((one) => reaction.safeParse(one).data ?? [])),
})

const reaction = z.object({ name: z.string(), users: many(z.string()), count: z.number().int().catch(1) })

export type SlackUser = z.infer<typeof slackUser>
export type SlackMessage = z.infer<typeof slackMessage>
