import { createHash } from 'node:crypto'
import { areasSeen, shorn } from '../../ba/index.ts'
import { addFile, fileById, sourceByContent, sourceById } from '../../knowledge/index.ts'
import { type Job, type JobHandler, type Moment, recordAs } from '../../ledger/index.ts'
import type { Store, Tx } from '../../store/index.ts'
import { type Fetched, fetchDocument, type Reach, Unfetched } from '../fetching/fetch-document.ts'
import { kindOf } from '../reading/kind-of.ts'
import { readGiven } from '../reading/read-given.ts'
import { MOST_TEXT, NO_WORDS, type ReadIn, TOO_LONG, Unreadable } from '../reading/read-in.ts'
import { wordsOf } from '../reading/words-of.ts'
import { keepNewVersion, keepSource, type SourceToKeep } from '../sources/keep-source.ts'
import { MOST_BYTES_GIVEN } from './arrival.ts'
import { type Arrival, arrivalById, arrivalBytes, dropArrivalParts, endArrival } from './arrival-rows.ts'
import { madeFrom } from './made-from.ts'

/** The name under which the journal keeps that a document was taken in. */
const TAKEN_IN = 'take-in'

/** The taking in of what people bring: the job, what becomes of one that never came to an end, and the way to stop. */
export interface TakingIn {
  job: JobHandler
  dropped(job: Job): Promise<void>
  stop(): void
}

/**
 * Takes in what was brought: fetches it where it is an address, reads it beside the server's own thread, and records the
 * source with its bytes in one transaction. What cannot be had or read is said to whoever brought it, and not kept.
 */
export function openTakingIn(store: Store, moment: Moment, reach: Reach): TakingIn {
  const stopping = new AbortController()
  return {
    job: async (job, finish) => {
      const { arrival, given } = await store.read((tx) => whatCame(tx, job))
      if (!arrival || arrival.ended_at) return store.write(finish)
      const taken = await takenFrom(arrival, given, reach, stopping.signal)
      await store.write(async (tx) => {
        // Whoever brought it may have forgotten it meanwhile.
        const there = await arrivalById(tx, job.space_id, arrival.id)
        if (there) await record(tx, job, there, taken, moment)
        await finish(tx)
      })
    },
    dropped: (job) =>
      store.write(async (tx) => {
        const arrival = await arrivalById(tx, job.space_id, job.subject)
        if (arrival) await refuse(tx, arrival, 'It was begun three times and never came to an end.', moment.now())
      }),
    stop: () => stopping.abort(),
  }
}

async function whatCame(tx: Tx, { space_id, subject }: Job) {
  const arrival = await arrivalById(tx, space_id, subject)
  return { arrival, given: arrival && !arrival.address ? await arrivalBytes(tx, space_id, subject) : null }
}

/** What was brought, as it is to be kept; or why it is not. */
type Taken = { given: Fetched; read: ReadIn; isText: boolean } | { fault: string }

async function takenFrom(
  arrival: Arrival,
  sent: Uint8Array | null,
  reach: Reach,
  stopping: AbortSignal,
): Promise<Taken> {
  try {
    const given = sent ? sentAs(arrival, sent) : await fetchDocument(arrival.address ?? '', reach, stopping)
    if (given.bytes.length > MOST_BYTES_GIVEN) return { fault: 'It is larger than 20 MiB. Bring it in parts.' }
    if (given.bytes.length === 0) return { fault: NO_WORDS }
    const kind = kindOf(given.name, given.bytes, given.mediaType)
    if ('fault' in kind) return kind
    if (kind.kind === 'text') return { given, read: textIn(given), isText: true }
    const outcome = await readGiven({ kind: kind.kind, bytes: given.bytes, charset: given.charset }, stopping)
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
  if (text.length > MOST_TEXT) throw new Unreadable(TOO_LONG)
  return { title: titleOfText(text), text, pages: null }
}

/** The title in a text's front matter, else its first heading. */
function titleOfText(text: string): string | null {
  const front = /^---\r?\n[\s\S]*?\r?\n---/.exec(text)?.[0] ?? ''
  const titled = shorn(/^title:[ \t]*(\S.*)$/m.exec(front)?.[1] ?? '', ' \t')
  const heading = /^#[ \t]+(\S.*)$/m.exec(text.slice(front.length, 100_000))?.[1] ?? ''
  return titled.replace(/^(["'])(.+)\1$/, '$2') || shorn(heading, '# \t') || null
}

async function record(tx: Tx, job: Job, arrival: Arrival, taken: Taken, moment: Moment): Promise<void> {
  const now = moment.now()
  if ('fault' in taken) return refuse(tx, arrival, taken.fault, now)
  const sha256 = createHash('sha256').update(taken.given.bytes).digest('hex')
  const { space_id, area_id } = arrival
  const same = await sameBytes(tx, arrival, sha256)
  if (same) return came(tx, arrival, same, true, now)
  const space = { id: space_id, slug: job.slug, name: job.name }
  const entry = { act: TAKEN_IN, by: arrival.by_person, door: 'whorl', now }
  await recordAs({ tx, space, newId: moment.newId }, entry, async (here) => {
    const near = (await areasSeen(tx, space_id, arrival.by_person)).map(({ id }) => id)
    const file = isItself(taken) ? null : moment.newId()
    const old = arrival.replaces ? await sourceById(tx, space_id, arrival.replaces) : undefined
    const title = arrival.title ?? (taken.read.title ? null : (old?.title ?? null))
    const toKeep = { ...sourceOf({ ...arrival, title }, taken, now), area: area_id, file, near }
    const kept = arrival.replaces
      ? await keepNewVersion(here, arrival.replaces, toKeep)
      : await keepSource(here, toKeep)
    if (file && !kept.already) {
      const name = fileName(taken.given)
      await addFile(tx, { space_id, id: file, name, media_type: mediaTypeOf(taken), sha256 }, taken.given.bytes)
    }
    here.about({ arrival: arrival.id, source: kept.source })
    await came(tx, arrival, kept.source, kept.already, now)
  })
}

/** The source that was made of the same bytes: the one that is looked at again, or any of its area. */
async function sameBytes(tx: Tx, { space_id, area_id, replaces }: Arrival, sha256: string): Promise<string | null> {
  if (replaces === null) return (await sourceByContent(tx, space_id, area_id, sha256))?.id ?? null
  const source = await sourceById(tx, space_id, replaces)
  const file = source?.file_id ? await fileById(tx, space_id, source.file_id) : undefined
  return (file?.sha256 ?? source?.hash) === sha256 ? replaces : null
}

const came = async (tx: Tx, { space_id, id }: Arrival, source: string, already: boolean, now: string) => {
  await dropArrivalParts(tx, space_id, id)
  await endArrival(tx, { space_id, id, ended_at: now, fault: null, source_id: source, already: Number(already) })
}

async function refuse(tx: Tx, { space_id, id }: Arrival, fault: string, now: string): Promise<void> {
  await dropArrivalParts(tx, space_id, id)
  await endArrival(tx, { space_id, id, ended_at: now, fault, source_id: null, already: null })
}

type Came = Exclude<Taken, { fault: string }>

/** A text in UTF-8 is its own bytes: they are not kept twice. */
const isItself = ({ given, read, isText }: Came) => isText && Buffer.from(read.text).equals(given.bytes)

/** A text is kept as it is; of what is none the text says first what it was made from. */
function sourceOf(arrival: Arrival, { given, read, isText }: Came, now: string): Omit<SourceToKeep, 'area' | 'near'> {
  const stem = fileName(given).replace(/\.(?:pdf|docx|x?html?)$/i, '')
  const title = asTitle(arrival.title ?? read.title ?? '') || stem
  const origin = (arrival.address ?? arrival.name).slice(0, 500)
  const own = { title, origin, address: arrival.address, by: arrival.by_person }
  if (isText && !arrival.address) return { ...own, name: arrival.name, text: read.text }
  const called = arrival.address && !/\.(?:md|txt)$/i.test(given.name) ? title : stem
  const folder = arrival.address ? '' : arrival.name.slice(0, arrival.name.lastIndexOf('/') + 1)
  const name = isText && /\.(?:md|txt)$/i.test(given.name) ? safeName(given.name) : `${folder}${safeName(called)}.md`
  if (isText && read.text.startsWith('---')) return { ...own, name, text: read.text }
  const { text, above } = madeFrom({ title, origin, now, text: read.text })
  return { ...own, name, text, pages: read.pages?.map((line) => line + above) ?? null }
}

/** A document's own title may hold anything: of it a line stays, which a store can keep. */
const asTitle = (words: string) =>
  words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed()

/** A name that every system can hold, below `sources/`. */
const safeName = (name: string) =>
  name
    .replace(/[\\/<>:"|?*^,[\]\p{Cc}]+/gu, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .slice(0, 120)
    .trim() || 'document'

const fileName = ({ name }: Fetched) => safeName(name)

const MEDIA: Record<string, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  text: 'text/plain',
}

function mediaTypeOf({ given }: Came): string {
  const kind = kindOf(given.name, given.bytes, given.mediaType)
  return 'kind' in kind ? (MEDIA[kind.kind] ?? '') : 'application/octet-stream'
}
