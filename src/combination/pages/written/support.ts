import { wordsOf } from '../../../search/index.ts'
import { sentencesIn } from '../../../text/index.ts'
import { type Leaning, type Strength, saysTheOpposite, strengthOf } from './strength.ts'
import { type WordsSaid, wordsSaid } from './words-said.ts'

/** Reasons why citations do not support a sentence. */
export const doubts = ['cites-nothing', 'figure', 'name', 'turned-round', 'strength', 'words'] as const

/** One of these reasons. */
export type Doubt = (typeof doubts)[number]

/** The largest share of content words that may be missing from the cited lines. */
const MOST_NEW = 0.2
/** A cited sentence is compared if it has at least this share of the sentence's stems. */
const DRAWN_ON = 0.34

/**
 * Checks by words alone whether the cited lines support a sentence: null if they do, else the first
 * doubt. Figures and names must stand there, negation, obligation and quantifiers must match, and
 * nearly all other words must occur by stem. Words of `about`, the page's title, are always
 * allowed.
 */
export function doubtOf(sentence: string, cited: readonly string[], about = ''): Doubt | null {
  if (cited.length === 0) return 'cites-nothing'
  const said = wordsSaid(sentence)
  const lines = cited.flatMap((text) => sentencesIn(text)).map(({ text }) => ({ text, said: wordsSaid(text) }))
  const known = new Set([...lines.flatMap((line) => line.said.stems), ...wordsSaid(about).stems])
  if (
    !figuresStand(
      said,
      lines.map((line) => line.said),
    )
  )
    return 'figure'
  if (said.names.some((name) => !known.has(name))) return 'name'
  const fresh = [...new Set(said.stems)].filter((stem) => !known.has(stem))
  if (fresh.length > Math.floor(new Set(said.stems).size * MOST_NEW)) return 'words'
  const { nearest, drawn } = drawnOn(said, lines)
  const [own, theirs] = [bare(sentence), bare(drawn.map(({ text }) => text).join(' '))]
  if (saysTheOpposite(own, theirs)) return 'turned-round'
  return (
    compareLeanings(
      said,
      drawn.map((line) => line.said),
      nearest.map((line) => line.said),
    ) ??
    compareStrength(
      strengthOf(sentence),
      drawn.map(({ text }) => strengthOf(text)),
    )
  )
}

type Line = { text: string; said: WordsSaid }

function figuresStand(said: WordsSaid, lines: readonly WordsSaid[]): boolean {
  const there = lines.flatMap(({ figures }) => figures)
  return said.figures.every(({ figure, of }) =>
    there.some((one) => one.figure === figure && (of === null || one.of === null || one.of === of)),
  )
}

/** The cited sentences to compare with: the most similar, and others that share many stems. */
function drawnOn(said: WordsSaid, lines: readonly Line[]): { nearest: Line[]; drawn: Line[] } {
  const stems = new Set(said.stems)
  const shared = lines.map((line) => new Set(line.said.stems.filter((stem) => stems.has(stem))).size)
  const most = Math.max(0, ...shared)
  const nearest = lines.filter((_, n) => shared[n] === most)
  return {
    nearest,
    drawn: lines.filter((line, n) => nearest.includes(line) || (shared[n] ?? 0) >= stems.size * DRAWN_ON),
  }
}

const FAMILIES: Leaning[][] = [
  ['demanded', 'advised', 'hedged', 'able'],
  ['all', 'some'],
]

/** Compares the modality of each word with that in the cited sentences. */
function compareLeanings(said: WordsSaid, drawn: readonly WordsSaid[], nearest: readonly WordsSaid[]): Doubt | null {
  const there = (stem: string, lines: readonly WordsSaid[]) =>
    lines.filter((line) => line.stems.includes(stem)).map((line) => line.leanings.get(stem))
  for (const stem of new Set(said.stems)) {
    const own = said.leanings.get(stem)
    const theirs = there(stem, drawn)
    if (theirs.length === 0) continue
    const next = there(stem, nearest)
    if (own?.has('denied') && !theirs.some((one) => one?.has('denied'))) return 'turned-round'
    if (!own?.has('denied') && next.length > 0 && next.every((one) => one?.has('denied'))) return 'turned-round'
    const all = new Set(theirs.flatMap((one) => [...(one ?? [])]))
    for (const family of FAMILIES) {
      const [mine, others] = [family.filter((one) => own?.has(one)), family.filter((one) => all.has(one))]
      if (mine.length > 0 && others.length > 0 && !mine.some((one) => all.has(one))) return 'strength'
    }
  }
  return null
}

/** Compares the modality of the whole sentence with that of the cited ones. */
function compareStrength(own: Strength, lines: readonly Strength[]): Doubt | null {
  const some = (is: (line: Strength) => boolean) => lines.some(is)
  const all = (is: (line: Strength) => boolean) => lines.length > 0 && lines.every(is)
  if (own.denied && !some(({ denied }) => denied)) return 'turned-round'
  if (own.demanded && !some(({ demanded }) => demanded)) return 'strength'
  if (own.ofAll && !some(({ ofAll }) => ofAll)) return 'strength'
  if (!own.hedged && !own.ofSome && all(({ hedged, ofSome }) => hedged || ofSome)) return 'strength'
  if (own.ofSome && !own.ofAll && all(({ ofAll, ofSome }) => ofAll && !ofSome)) return 'strength'
  if (own.hedged && !own.demanded && all(({ demanded, hedged }) => demanded && !hedged)) return 'strength'
  if (own.advised && !own.demanded && all(({ demanded, advised }) => demanded && !advised)) return 'strength'
  return null
}

const bare = (text: string): Set<string> => new Set([...wordsOf(text)].map(({ word }) => word))
