import { plainWords } from '../../knowledge/index.ts'
import { firstSentenceIn, scanMarks } from '../../text/index.ts'
import type { Document } from '../documents/index.ts'
import { saidIn } from './definitions.ts'
import { isSmall, namesInTitle, PhraseFinder, phraseWords } from './phrases.ts'
import type { Paragraph } from './sayings.ts'

/** A document with its paragraphs. */
export interface Parsed {
  document: Document
  paragraphs: readonly Paragraph[]
}

/** A topic of a folder of documents. */
export interface Topic {
  title: string
  /** The number of documents that mention it. */
  mentions: number
  /** Where it is explained: headings of its name, sentences that define it. */
  places: Place[]
}

/** A heading, which stands for the text below it, or a defining paragraph. */
export interface Place {
  path: string
  line: number
  kind: 'title' | 'heading' | 'definition' | 'link'
}

type Candidate = { key: string; spellings: Map<string, number>; places: Place[]; asked: number }

const PRONOUN =
  /^(?:this|that|these|those|it|they|we|you|he|she|there|here|one|all|each|if|when|our|your|what|example)$/
const MOST = 400

/**
 * Finds the topics of a folder among page titles, headings, defined terms and link targets, ranked
 * by the number of documents that mention them. A heading that many pages repeat is not a topic.
 */
export function findTopics(parsed: readonly Parsed[]): Topic[] {
  const candidates = new Map<string, Candidate>()
  const headings = new Map<string, Set<string>>()
  for (const one of parsed) for (const offered of offers(one)) addOffer(candidates, headings, offered)
  const finder = new PhraseFinder()
  for (const key of candidates.keys()) finder.add(key)
  const mentions = new Map<string, number>()
  for (const { document, paragraphs } of parsed) {
    const words = phraseWords([document.title, ...paragraphs.map(({ markdown }) => plainWords(markdown))].join(' \n '))
    for (const key of finder.in(words)) mentions.set(key, (mentions.get(key) ?? 0) + 1)
  }
  const all = parsed.length
  assignPlaces(candidates, (key) => mentions.get(key) ?? 0, all)
  const scored = [...candidates.values()].flatMap((candidate) => {
    const known = mentions.get(candidate.key) ?? 0
    const score = scoreOf(candidate, known, headings.get(candidate.key)?.size ?? 0, all)
    return score > 0 ? [{ candidate, known, score }] : []
  })
  scored.sort((a, b) => b.score - a.score || (a.candidate.key < b.candidate.key ? -1 : 1))
  return onePerPlace(scored).map(({ candidate, known }) => ({
    title: spellingOf(candidate),
    mentions: known,
    places: candidate.places,
  }))
}

type Offer = { name: string; place: Place }

function* offers({ document, paragraphs }: Parsed): Generator<Offer> {
  const { path, title, lines } = document
  const index = /(?:^|\/)(?:index|readme|home)\.[^/]*$/i.test(path)
  const heading = paragraphs.find(
    ({ kind, depth, markdown }) => kind === 'heading' && depth <= 2 && plainWords(markdown) === title,
  )
  if (!index)
    for (const name of namesInTitle(title))
      yield { name, place: { path, line: heading?.fromLine ?? document.frontLines + 1, kind: 'title' } }
  for (const paragraph of paragraphs) {
    const { kind, depth, markdown, fromLine } = paragraph
    if (kind === 'heading' && depth > 1) yield* ofHeading(markdown, path, fromLine)
    else if (kind === 'prose') {
      const subject = saidIn(firstSentenceIn(plainWords(markdown)))
      if (subject) yield { name: subject, place: { path, line: fromLine, kind: 'definition' } }
    }
  }
  for (const { target, label, line, embed } of scanMarks(lines.join('\n')).links)
    if (target && !embed && !/\.\w{2,5}$/.test(target))
      yield {
        name: /^[a-z0-9-]+$/.test(target) ? label : target.replace(/^.*\//, ''),
        place: { path, line, kind: 'link' },
      }
}

function* ofHeading(markdown: string, path: string, line: number): Generator<Offer> {
  for (const name of namesInTitle(plainWords(markdown).replace(/^[\d.]+\s+/, '')))
    yield { name, place: { path, line, kind: 'heading' } }
}

function addOffer(
  candidates: Map<string, Candidate>,
  headings: Map<string, Set<string>>,
  { name, place }: Offer,
): void {
  const words = phraseWords(name)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  if (words.length === 0 || words.length > 5 || name.length > 60 || name.length < 2) return
  if (isSmall(first) || isSmall(last) || PRONOUN.test(first) || /^[\d.]+$/.test(words.join('')) || /[=<>{}]/.test(name))
    return
  const key = words.join(' ')
  const there: Candidate = candidates.get(key) ?? { key, spellings: new Map(), places: [], asked: 0 }
  candidates.set(key, there)
  there.spellings.set(name, (there.spellings.get(name) ?? 0) + (place.kind === 'title' ? 3 : 1))
  if (place.kind === 'link') there.asked++
  else there.places.push(place)
  if (place.kind === 'heading') headings.set(key, (headings.get(key) ?? new Set()).add(place.path))
}

/**
 * Assigns each title or heading with several possible names to the first name that other documents
 * mention.
 */
function assignPlaces(candidates: Map<string, Candidate>, known: (key: string) => number, all: number): void {
  const settled = new Map<string, Candidate>()
  const good = (candidate: Candidate) => isGood(candidate, known(candidate.key), all)
  for (const candidate of candidates.values()) {
    for (const { kind, path, line } of candidate.places) {
      const there = settled.get(`${path}:${line}`)
      // Names come in order of preference, so the first good one stays.
      if (kind !== 'definition' && (!there || (!good(there) && good(candidate))))
        settled.set(`${path}:${line}`, candidate)
    }
  }
  for (const candidate of candidates.values()) {
    candidate.places = candidate.places.filter(
      ({ path, line, kind }) => kind === 'definition' || settled.get(`${path}:${line}`) === candidate,
    )
  }
}

const isGood = (candidate: Candidate, known: number, all: number) => known >= 2 && !isEverywhere(candidate, known, all)

/**
 * Whether a single plain word is used by more than 35 % of the pages, too common to be a topic;
 * `GitHub` and `DNS` are exempt by their capitals.
 */
const isEverywhere = ({ key, spellings }: Candidate, known: number, all: number) =>
  all > 8 && known > all * 0.35 && !key.includes(' ') && ![...spellings.keys()].some((name) => /^.+\p{Lu}/u.test(name))

/** Scores a candidate; zero if it is used everywhere, or in one document only. */
function scoreOf(candidate: Candidate, known: number, asHeading: number, all: number): number {
  const { key, places, asked } = candidate
  const words = key.split(' ')
  const titled = places.some(({ kind }) => kind === 'title')
  const defined = places.some(({ kind }) => kind === 'definition')
  if (places.length === 0 && asked < 3) return 0
  if ((known < 2 && !titled) || isEverywhere(candidate, known, all)) return 0
  // A heading of many pages is part of their template.
  if (!titled && asHeading > Math.max(2, all * 0.05)) return 0
  if (!titled && !defined && asked < 3 && (words.length === 1 || asHeading === 0)) return 0
  const named = titled ? 3 : defined ? 1.6 : asked >= 3 ? 1.5 : 0.7
  const precise = words.length === 1 ? 0.8 : words.length <= 3 ? 1 : 0.7
  return named * precise * Math.log2(1 + known) + Math.min(2, asked / 20)
}

/** Keeps the best of the names from the same headings. */
function onePerPlace<Scored extends { candidate: Candidate; score: number }>(scored: readonly Scored[]): Scored[] {
  const taken = new Set<string>()
  const kept: Scored[] = []
  for (const one of scored) {
    if (kept.length >= MOST) break
    const named = one.candidate.places
      .filter(({ kind }) => kind === 'title' || kind === 'heading')
      .map(({ path, line }) => `${path}:${line}`)
    if (named.length > 0 && named.every((place) => taken.has(place))) continue
    for (const place of named) taken.add(place)
    kept.push(one)
  }
  return kept
}

/** The most frequent spelling, with an initial capital. */
function spellingOf({ spellings }: Candidate): string {
  const [name = ''] = [...spellings].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0] ?? []
  return /^\p{Ll}\p{Ll}+(?:[ -]|$)/u.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name
}
