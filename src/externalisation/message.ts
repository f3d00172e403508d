/** A message in a public channel. */
export interface Message {
  /** Unique in its channel. */
  key: string
  channel: string
  at: string
  by: Writer
  words: string
  /** The key of the message that began its thread; its own if it did; null outside threads. */
  thread: string | null
  /** The ids of people it mentions. */
  mentions: readonly string[]
  /** Its reactions, with the ids of the people. */
  signs: readonly { name: string; by: readonly string[] }[]
  where: { path: string; index: number }
}

/** The writer; `gone` if they can no longer be asked. */
export interface Writer {
  id: string
  name: string
  gone: boolean
}

/** A part of an export that was not read, and the reason. */
export interface NotRead {
  path: string
  reason: string
}
