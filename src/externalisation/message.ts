/** What somebody wrote in a channel that all could read. */
export interface Message {
  /** Its own in its channel. */
  key: string
  channel: string
  at: string
  by: Writer
  words: string
  /** The key of the message that its thread hangs on; its own where it is that message. */
  thread: string | null
  /** The ids of those whom it names. */
  mentions: readonly string[]
  /** The ids of those who answered it with a sign. */
  signs: readonly { name: string; by: readonly string[] }[]
  where: { path: string; index: number }
}

/** Who wrote it; `gone` where they can be asked no more. */
export interface Writer {
  id: string
  name: string
  gone: boolean
}

/** Something of an export that was not read, and why. */
export interface NotRead {
  path: string
  reason: string
}
