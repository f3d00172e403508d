import { bodyOf, firstHeading, MOST_FILE_BYTES, MOST_SOURCE, plainField } from '../../../text/index.ts'
import { type Fetched, fetchDocument, type Reach, Unfetched } from '../fetching/fetch-document.ts'
import { kindOf } from '../reading/kind-of.ts'
import { readGiven } from '../reading/read-given.ts'
import { NO_WORDS, type ReadIn, TOO_LONG, Unreadable } from '../reading/read-in.ts'
import { wordsOf } from '../reading/words-of.ts'
import type { Arrival } from './arrival-rows.ts'

/** A document received, and its text. */
export type ReadDocument = { given: Fetched; read: ReadIn; isText: boolean }

/** Fetches an arrival's address, if it is one, and reads the document; or returns why it cannot. */
export async function readArrival(
  arrival: Arrival,
  sent: Uint8Array | null,
  reach: Reach,
  stopping: AbortSignal,
): Promise<ReadDocument | { fault: string }> {
  try {
    const given = sent ? sentAs(arrival, sent) : await fetchDocument(arrival.address ?? '', reach, stopping)
    if (given.bytes.length > MOST_FILE_BYTES) return { fault: 'It is larger than 20 MiB. Bring it in parts.' }
    if (given.bytes.length === 0) return { fault: NO_WORDS }
    const kind = kindOf(given.name, given.bytes, given.mediaType)
    if ('fault' in kind) return kind
    if (kind.kind === 'text') return { given, read: textIn(given), isText: true }
    const outcome = await readGiven(
      { kind: kind.kind, bytes: given.bytes, charset: given.charset, ...(given.url && { address: given.url }) },
      stopping,
    )
    return 'fault' in outcome ? outcome : { given, read: outcome.read, isText: false }
  } catch (error) {
    if (error instanceof Unfetched || error instanceof Unreadable) return { fault: error.message }
    throw error
  }
}

const sentAs = ({ name }: Arrival, bytes: Uint8Array): Fetched => ({
  bytes,
  mediaType: '',
  charset: null,
  name: name.split('/').at(-1) ?? name,
  url: '',
})

function textIn({ bytes, charset }: Fetched): ReadIn {
  const text = wordsOf(bytes, charset, false).toWellFormed()
  if (text.trim() === '') throw new Unreadable(NO_WORDS)
  if (text.length > MOST_SOURCE) throw new Unreadable(TOO_LONG)
  return { title: titleOfText(text), text, pages: null }
}

/** The title in a text's front matter, else its first heading. */
const titleOfText = (text: string): string | null =>
  plainField(text.slice(0, 50_000), 'title') || firstHeading(bodyOf(text).slice(0, 100_000), 1)

const MEDIA: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  html: 'text/html',
  text: 'text/plain',
}

/** The media type with which the document is sent to browsers. */
export function mediaTypeOf({ given }: ReadDocument): string {
  const kind = kindOf(given.name, given.bytes, given.mediaType)
  return 'kind' in kind ? (MEDIA[kind.kind] ?? '') : 'application/octet-stream'
}
