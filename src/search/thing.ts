import { type Person, trimTrailing } from '../ba/index.ts'
import {
  aliasesOf,
  askerOf,
  type Claim,
  claimById,
  claimsOfQuestion,
  claimsOfSource,
  pageChangedAt,
  pageHtml,
  pageMarkdown,
  plainWordsTogether,
  questionById,
  sourceById,
  sourcesById,
  type Topic,
  topicById,
  type Voice,
  voiceName,
} from '../knowledge/index.ts'
import type { Tx } from '../store/index.ts'
import { bodyOf, exactName, proseOf, splitFront, withoutComments } from '../text/index.ts'
import { readHtml } from './read-html.ts'

/** The kinds of things that can be found, most useful first. */
export const kinds = ['page', 'claim', 'source', 'question'] as const

/** One of the things that can be found. */
export type Kind = (typeof kinds)[number]

/** A thing that can be found, as everybody sees it who may see its area. */
export interface Thing {
  kind: Kind
  id: string
  area: string
  topic: string | null
  /** The topic, if it was read with the thing. */
  about?: Topic
  title: string
  /** Its aliases. */
  called: string[]
  /** Whether it has a title of its own, which is indexed. */
  named: boolean
  /** Its plain text; for a page read on demand. */
  words: () => Promise<string>
  /** Its Markdown. */
  markdown: () => Promise<string>
  /** Its voice; null for a page and for a document, which is named by its title. */
  by: Voice | null
  at: string
}

type Reader = (tx: Tx, space: string, id: string) => Promise<Thing | undefined>

/** Reads a thing; withdrawn and private ones read as absent. */
export const readThing = (tx: Tx, space: string, kind: Kind, id: string): Promise<Thing | undefined> =>
  readers[kind](tx, space, id)

/** Reads many things of a kind. */
export async function readThings(tx: Tx, space: string, kind: Kind, ids: string[]): Promise<Map<string, Thing>> {
  const things = new Map<string, Thing>()
  const keep = (thing: Thing | undefined) => thing && things.set(thing.id, thing)
  if (kind === 'source') {
    for (const found of await sourcesById(tx, space, ids)) keep(await sourceThing(tx, space, found))
  } else {
    for (const id of ids) keep(await readThing(tx, space, kind, id))
  }
  return things
}

const page: Reader = async (tx, space, id) => {
  const [topic, at] = [await topicById(tx, space, id), await pageChangedAt(tx, space, id)]
  // A merged topic's page is part of the page it leads to.
  if (topic?.id !== id || at === undefined) return undefined
  const aliases = await aliasesOf(tx, space, id)
  return {
    kind: 'page',
    id,
    area: topic.area_id,
    topic: id,
    about: topic,
    title: topic.title,
    called: aliases.length ? namesIn(await pageMarkdown(tx, space, id), aliases) : [],
    named: true,
    words: async () => readHtml(await pageHtml(tx, space, id)),
    markdown: async () => textBelowFront(await pageMarkdown(tx, space, id)),
    by: null,
    at,
  }
}

/** A text without its front matter, the empty lines after it, and its comments. */
const textBelowFront = (text: string) => withoutComments(bodyOf(text).replace(/^\s*\n/, ''))

/** Aliases as the page spells them. */
function namesIn(markdown: string, names: readonly string[]): string[] {
  const written = splitFront(markdown)
    .front.split(/[\n,[\]]/)
    .map((one) => trimTrailing(one.trimEnd(), ` "'`).replace(/^[\s"'-]+/, ''))
  return names.map((name) => written.find((one) => exactName(one) === name) ?? name)
}

const claim: Reader = async (tx, space, id) => {
  const found = await claimById(tx, space, id)
  if (!found?.confirmed_at || found.withdrawn_at) return undefined
  const topic = await topicById(tx, space, found.topic_id)
  return {
    kind: 'claim',
    id,
    area: found.area_id,
    topic: topic?.id ?? null,
    ...(topic && { about: topic }),
    title: topic?.title ?? '',
    called: [],
    named: false,
    words: async () => [found.statement, found.holds_when].filter(Boolean).join('\n'),
    markdown: async () => said(found),
    by: found.voice,
    at: found.confirmed_at,
  }
}

const said = ({ statement, holds_when, words, voice, confirmed_at }: Claim) =>
  [
    `${statement}${holds_when ? ` (${holds_when})` : ''}`,
    ...(words === statement ? [] : [`> ${words}`]),
    `${voiceName(voice)}, ${confirmed_at?.slice(0, 10)}`,
  ].join('\n\n')

const source: Reader = async (tx, space, id) => {
  const found = await sourceById(tx, space, id)
  return found && sourceThing(tx, space, found)
}

type Source = NonNullable<Awaited<ReturnType<typeof sourceById>>>

async function sourceThing(tx: Tx, space: string, found: Source): Promise<Thing | undefined> {
  const { id } = found
  const claims = found.kind !== 'file' ? confirmed(await claimsOfSource(tx, space, id)) : []
  if (found.kind !== 'file' && claims.length === 0) return undefined
  // Of an answer or story, others see only the confirmed lines.
  const open = (n: number) => claims.some(({ from_line, to_line }) => from_line <= n && n <= to_line)
  const body = textBelowFront(found.text)
  const lines = () =>
    found.kind !== 'file' ? found.text.split(/\r?\n/).filter((_, n) => open(n + 1)) : body.split(/\r?\n/)
  const question = found.question_id ? await questionById(tx, space, found.question_id) : undefined
  return {
    kind: 'source',
    id,
    area: found.area_id,
    topic: question?.topic_id ?? null,
    title: found.title,
    called: [],
    named: true,
    words: async () => (found.kind === 'file' ? proseOf(body).split(/\r?\n/) : lines()).map(plainLine).join('\n'),
    markdown: async () => lines().join('\n'),
    by: 'document' in found.voice ? null : found.voice,
    at: found.at,
  }
}

const confirmed = (claims: Claim[]) => claims.filter((one) => one.confirmed_at !== null)

const plainLine = (line: string) => plainWordsTogether(line.replace(/^\s*(?:#{1,6}|>|[-*+]|\d{1,3}[.)])\s+/, ''))

const question: Reader = async (tx, space, id) => {
  const found = await questionById(tx, space, id)
  if (!found) return undefined
  const answers = await claimsOfQuestion(tx, space, id)
  return {
    kind: 'question',
    id,
    area: found.area_id,
    topic: found.topic_id,
    title: found.words.replace(/\s+/g, ' '),
    called: [],
    named: true,
    words: async () => '',
    markdown: async () => [found.words, ...answers.map(said)].join('\n\n'),
    by: asVoice(askerOf(found)),
    at: found.asked_at,
  }
}

const asVoice = (one: Person | null): Voice | null => one && { person: one }

const readers: Record<Kind, Reader> = { page, claim, source, question }
