import { plainWords } from '../../knowledge/index.ts'
import { firstSentenceIn } from '../../text/index.ts'
import { saidIn } from './definitions.ts'
import { type Linkable, linkNames, type Names, namesToLink } from './link-names.ts'
import { keysOf, nameKey } from './name-key.ts'
import type { Passage } from './passages.ts'
import { claimText, escapeMarks, type Said, steps, stories, withoutRepeats } from './said.ts'
import { composeSourced, type Sourced } from './sourced.ts'

/** The input of a page's composition. */
export interface Ingredients {
  title: string
  said: readonly Said[]
  passages: readonly Passage[]
  /** The keys of all its names; those of its title by default. */
  keys?: readonly string[]
  /** The topics that its text may link to. */
  links?: readonly Linkable[]
  /** Titles of neighbouring topics, nearest first. */
  near?: readonly string[]
}

/** A composed page: its body, a summary of one or two sentences, and the sources it cites. */
export interface Composed {
  body: string
  summary: string
  sources: string[]
}

const MOST_RELATED = 5
const MOST_SUMMARY = 230

/**
 * Composes a page from cited sentences and confirmed claims, without a language model: what it is,
 * when it gets hard, the steps, what has to be shown, sections of sources, what happened once.
 * Deterministic.
 */
export function compose({ title, said, passages, keys = keysOf(title), links = [], near = [] }: Ingredients): Composed {
  const claims = withoutRepeats(said)
  const shown = claims.filter((claim) => claim.sayable === 'shown')
  const sayable = claims.filter((claim) => claim.sayable !== 'shown')
  const sourced = composeSourced(passages, keys)
  const what = [...sourced.lead, ...sayable.filter(({ kind }) => kind === 'what').map(claimText)]
  const once = section('What happened once', stories(sayable.filter(({ kind }) => kind === 'once')))
  const nothingSaid = what.length === 0 && sourced.sections.length === 0
  const blocks = [
    ...what,
    // Without a definition or a section, the story comes first and the claims drawn from it after.
    ...(nothingSaid ? once : []),
    ...section('When it gets hard', sayable.filter(({ kind }) => kind === 'hard').map(claimText)),
    ...section('Steps', steps(sayable.filter(({ kind }) => kind === 'steps'))),
    ...section('Shown, not said', shown.map(claimText)),
    ...sourced.sections.flatMap(({ heading, depth, blocks }) => [`${'#'.repeat(depth)} ${heading}`, ...blocks]),
    ...(nothingSaid ? [] : once),
  ]
  const { blocks: linked, linked: to } = linkNames(blocks, namesOf(links), { title, keys })
  const body = [`# ${escapeMarks(title)}`, ...linked, ...related(near, to, title)]
  const sources = [...new Set([...sourced.sources, ...claims.map(({ source }) => source)])]
  return { body: `${body.join('\n\n')}\n`, summary: summaryOf(new Set(keys), sourced, claims), sources }
}

/** Caches the index of names, since many pages are composed with the same topics. */
function namesOf(links: readonly Linkable[]): Names {
  const there = namesCache.get(links) ?? namesToLink(links)
  namesCache.set(links, there)
  return there
}

const namesCache = new WeakMap<readonly Linkable[], Names>()

const section = (heading: string, blocks: string[]) => (blocks.length ? [`## ${heading}`, ...blocks] : [])

/** The line of neighbouring topics that the text does not link to. */
function related(near: readonly string[], linked: readonly string[], title: string): string[] {
  const left = near
    .filter((one) => one !== title && !linked.includes(one) && !/[|[\]\n]/.test(one))
    .slice(0, MOST_RELATED)
  return left.length ? [`Related: ${left.map((one) => `[[${one}]]`).join(', ')}.`] : []
}

/**
 * The summary: the definition, else the first full sentence; with the next one if both are short.
 */
function summaryOf(keys: ReadonlySet<string>, { said, sections }: Sourced, claims: readonly Said[]): string {
  const saysIt = (one: string) => keys.has(nameKey(saidIn(one) ?? ''))
  const saysMuch = (one: string) => one.length > 24 && !/[!?！？:：]$/.test(one)
  const paragraph = said.find((one) => one.some(saysIt)) ?? said.find((one) => one.some(saysMuch)) ?? said[0] ?? []
  const at = [paragraph.findIndex(saysIt), paragraph.findIndex(saysMuch), 0].find((one) => one >= 0) ?? 0
  const [one, next] = [paragraph[at], paragraph[at + 1]]
  if (one)
    return next && one.length + next.length < MOST_SUMMARY && /[.。]$/.test(next) ? `${one} ${next}`.trim() : one.trim()
  const first = claims.find(({ kind }) => kind === 'what') ?? claims.find(({ kind }) => kind === 'once') ?? claims[0]
  const told = firstSentenceIn(plainWords(first?.statement ?? ''))
  return (told || plainWords(firstSentenceIn(sections[0]?.blocks[0] ?? ''))).trim()
}
