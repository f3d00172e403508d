import { plainWords } from '../../knowledge/index.ts'
import { isWhole } from './clean-sentence.ts'
import { saidIn } from './definitions.ts'
import { nameKey } from './name-key.ts'
import { needsContext } from './needs-context.ts'
import type { Passage } from './passages.ts'
import { type RepeatFinder, repeatFinder } from './repeated-sentences.ts'
import { type Cited, cite, escapeMarks } from './said.ts'
import { lengthOf, type Part, partsOf, type Unit } from './units.ts'

/** The text from sources about a topic: the lead, then sections. */
export interface Sourced {
  lead: string[]
  sections: { heading: string; depth: number; blocks: string[] }[]
  /** The sentences of the lead, paragraph by paragraph, without marks. */
  said: string[][]
  sources: string[]
}

const MOST_WORDS = 650
const LEAD_WORDS = 170
const SECTION_WORDS = 160
const OTHER_WORDS = 90
const LONG = 120
const MOST_LEAD = 4
const MOST_UNITS = 4
const MOST_OTHERS = 4
const MOST_SECTIONS = 9
/** A passage of another document with fewer words is a label. */
const LEAST_ELSEWHERE = 8
/** A page of fewer words also takes paragraphs that only mention its topic. */
const THIN = 90

/** Headings of closing sections about links, authors or the document itself. */
const ASIDE =
  /^(?:related|see also|(?:further|more|additional|recommended|suggested) (?:reading|resources?|information|links?|help)|references?|resources?|links?|(?:useful )?links|contents?|table of contents|toc|change ?log|changes|history|revision history|release notes|contact(?: us)?|contacts|contributors?|authors?|credits|acknowledge?ments?|licen[cs]e|footnotes?|notes|bibliography|sources|citations?|next steps?|what['’]s next|feedback|get help|getting help|help|support|questions\??|about this (?:page|guide|document)|status|todo|to do|tags|metadata|関連|参考|参照|Siehe auch|Voir aussi|Véase también)$/i

const BOOKS = /^(?:glossary|index|changelog|release notes|faq|frequently asked questions|readme|terms)\b/i

type Read = { passage: Passage; own: Unit[]; parts: Part[]; words: number }
type Emitted = { unit: Unit; sentences: string[]; cites: Cited[] }

/**
 * Composes the text from sources about a topic: quoted paragraphs with citations, without
 * repetition.
 */
export function composeSourced(passages: readonly Passage[], names: readonly string[]): Sourced {
  const keys = new Set(names)
  const reads = passages.map((passage) => readPassage(passage, keys)).filter(({ words }) => words > 0)
  const main = mainOf(reads, keys)
  const page = new Page()
  const lead = page.take(leadUnits(reads, main, keys), LEAD_WORDS, MOST_LEAD)
  const sections = main ? page.sectionsOf(main) : []
  const others = page.othersOf(
    reads.filter((read) => read !== main && isStrong(read)),
    keys,
  )
  const mentions = page.words < THIN ? page.take(mentionUnits(reads, keys), THIN, 3) : []
  const whole = withLead(
    [
      ...lead,
      ...others.filter(({ heading }) => !heading).flatMap(({ emitted }) => emitted),
      ...(sections.length + others.length ? [] : mentions),
    ],
    [...sections, ...others.filter(({ heading }) => heading)],
  )
  return {
    lead: whole.lead.flatMap(markdownOf),
    sections: whole.sections.map(({ heading, depth, emitted }) => ({
      heading: escapeMarks(heading),
      depth,
      blocks: emitted.flatMap(markdownOf),
    })),
    said: whole.lead.map(({ sentences }) => sentences.map(plainWords)),
    sources: page.sources(),
  }
}

type Section = { heading: string; depth: number; emitted: Emitted[] }

/** Turns the only section of a page without a lead into the lead. */
function withLead(lead: Emitted[], sections: Section[]): { lead: Emitted[]; sections: Section[] } {
  const [only, next] = sections
  return lead.length === 0 && only && !next ? { lead: only.emitted, sections: [] } : { lead, sections }
}

const isStrong = ({ passage }: Read) => passage.how === 'title' || passage.how === 'heading'

function readPassage(passage: Passage, keys: ReadonlySet<string>): Read {
  const [first, ...rest] = partsOf(passage.text, passage.fromLine)
  const own = [...(first?.units ?? [])]
  const parts = [...rest]
  // The document's title, or a heading that repeats the topic's name, begins no section.
  const isOwn = ({ heading, depth }: Part, n: number) =>
    keys.has(nameKey(heading)) ||
    (passage.how === 'title' && n === 0 && (depth === 1 || nameKey(heading) === nameKey(passage.title)))
  while (parts[0] && isOwn(parts[0], rest.length - parts.length)) own.push(...(parts.shift()?.units ?? []))
  const words = [...own, ...parts.flatMap(({ units }) => units)].reduce((sum, unit) => sum + unitLength(unit), 0)
  return { passage, own, parts: parts.filter(({ heading }) => !ASIDE.test(heading.trim())), words }
}

const unitLength = ({ sentences, rest, kind }: Unit) =>
  lengthOf(sentences.join(' ')) + (kind === 'code' ? rest.split('\n').length * 4 : lengthOf(rest))

/**
 * Chooses the main passage: a document about the topic, preferably one that defines it; else the
 * longest section about it.
 */
function mainOf(reads: readonly Read[], keys: ReadonlySet<string>): Read | undefined {
  const worth = ({ passage, own, words }: Read) =>
    Math.min(words, 400) +
    (keys.has(nameKey(passage.title)) ? 500 : 0) +
    (own.some((unit) => defines(unit, keys)) ? 400 : 0) +
    (/^(?:introduction|about|overview|what is)\b/i.test(passage.title) ? 200 : 0)
  const best = (how: string) =>
    reads.filter(({ passage }) => passage.how === how).sort((a, b) => worth(b) - worth(a))[0]
  const [whole, part] = [best('title'), best('heading')]
  return whole && whole.words >= 30 ? whole : (part ?? whole)
}

type Placed = { unit: Unit; source: string }

function leadUnits(reads: readonly Read[], main: Read | undefined, keys: ReadonlySet<string>): Placed[] {
  const own = main ? definingFirst(placed(main, main.own), keys) : []
  const saying = reads.flatMap((read) =>
    placed(read, read.passage.how === 'definition' ? read.own.slice(0, 1) : read === main ? [] : read.own).filter(
      ({ unit }) => defines(unit, keys) || opensWithName(unit, keys),
    ),
  )
  const opens = own[0] && (defines(own[0].unit, keys) || opensWithName(own[0].unit, keys))
  // If the main document opens with the definition, its later definitions stay in place.
  const fromElsewhere = saying.filter(
    ({ unit, source }) =>
      source !== main?.passage.source || (!opens && !own.some((one) => one.unit.fromLine === unit.fromLine)),
  )
  // A definition comes first, from any source; one other definition may follow.
  const all = opens ? [...own, ...fromElsewhere.slice(0, 1)] : [...fromElsewhere.slice(0, 2), ...own]
  if (all.length) return all
  return reads
    .flatMap((read) => (read.passage.how === 'definition' ? placed(read, read.own.slice(0, 1)) : []))
    .slice(0, 2)
}

/** Moves the definition, with the units that depend on it, before its introduction. */
function definingFirst(own: Placed[], keys: ReadonlySet<string>): Placed[] {
  const at = own.findIndex(({ unit }, n) => n < 4 && !unit.dependsOnPrevious && defines(unit, keys))
  if (at < 1) return own
  const after = own.findIndex(({ unit }, n) => n > at && !unit.dependsOnPrevious)
  const run = own.slice(at, after < 0 ? undefined : after)
  return [...run, ...own.filter((one) => !run.includes(one))]
}

const placed = ({ passage }: Read, units: readonly Unit[]): Placed[] =>
  units.map((unit) => ({ unit, source: passage.source }))

/** Whether the first two sentences of a unit define the topic. */
function defines({ sentences, rest, kind }: Unit, keys: ReadonlySet<string>): boolean {
  if (sentences.slice(0, 2).some((one) => keys.has(nameKey(saidIn(plainWords(one)) ?? '')))) return true
  const [, bold] = /^-\s+(?:\*\*|__)([^*_:]+):?(?:\*\*|__)/.exec(kind === 'list' ? rest : '') ?? []
  return bold !== undefined && keys.has(nameKey(bold))
}

/** Whether the first sentence is about the topic: `A cache purge empties …`. */
const opensWithName = ({ sentences }: Unit, keys: ReadonlySet<string>) => {
  const opening = `${nameKey(plainWords(sentences[0] ?? ''))} `
  return [...keys].some((key) => opening.startsWith(`${key} `))
}

/** Paragraphs that mention the topic in passing, used if there is little else. */
function mentionUnits(reads: readonly Read[], keys: ReadonlySet<string>): Placed[] {
  const seen = new Set<string>()
  return reads
    .filter((read) => !isStrong(read))
    .flatMap((read) => placed(read, read.own.slice(0, 1)))
    .filter(({ unit, source }) => {
      if (unit.dependsOnPrevious || seen.has(source)) return false
      const opening = ` ${nameKey(plainWords(unit.sentences[0] ?? ''))} `
      return [...keys].some((key) => opening.includes(` ${key} `)) && seen.add(source)
    })
}

/** The page under construction: its emitted units and the sentences already used. */
class Page {
  words = 0
  #seen: RepeatFinder<Emitted> = repeatFinder()
  #emitted: Emitted[] = []

  /**
   * Takes units up to a number of words; a repeated unit only adds its citation to the earlier one.
   */
  take(units: readonly Placed[], most: number, count: number): Emitted[] {
    const taken: Emitted[] = []
    let words = 0
    let there = true
    for (const { unit, source } of units) {
      if (unit.dependsOnPrevious && !there) continue
      const length = Math.min(unitLength(unit), unit.rest ? Number.POSITIVE_INFINITY : LONG)
      there =
        taken.length < count &&
        (words === 0 || words + length <= most * 1.15) &&
        this.words + length <= MOST_WORDS * 1.1
      if (!there) {
        if (taken.length >= count || words >= most) break
        continue
      }
      const emitted = this.#say(unit, source)
      there = emitted !== null
      if (!emitted) continue
      taken.push(emitted)
      words += length
    }
    this.words += words
    return taken
  }

  sectionsOf({ passage, parts }: Read): Section[] {
    const top = Math.min(...parts.map(({ depth }) => depth))
    const sections: Section[] = []
    let above: Section | null = null
    // A repeated heading is meaningless without the one above it.
    const again = Map.groupBy(parts, ({ heading }) => nameKey(heading))
    for (const { heading, depth, units } of parts) {
      if (this.words >= MOST_WORDS || sections.length >= MOST_SECTIONS) break
      if (depth === top) above = null
      else if ((again.get(nameKey(heading))?.length ?? 0) > 1) continue
      const emitted = this.take(
        units.map((unit) => ({ unit, source: passage.source })),
        SECTION_WORDS,
        MOST_UNITS,
      )
      const section = { heading, depth: depth === top ? 2 : 3, emitted }
      if (depth === top) above = section
      if (emitted.length === 0) continue
      if (depth !== top && above && above.emitted.length === 0 && !sections.includes(above)) sections.push(above)
      sections.push(section)
    }
    return sections
  }

  /** Sections from other documents, each under the document's name. */
  othersOf(reads: readonly Read[], keys: ReadonlySet<string>): Section[] {
    const sections: Section[] = []
    for (const read of reads) {
      if (sections.length >= MOST_OTHERS || this.words >= MOST_WORDS) break
      const heading = nameOf(read.passage)
      // Glossaries and the like add nothing under their own name.
      if (BOOKS.test(heading) || isLabel(unitsAtFirst(read))) continue
      const emitted = this.take(placed(read, unitsAtFirst(read)), OTHER_WORDS, 2)
      // A document with the topic's own name continues the lead without a heading.
      if (emitted.length) sections.push({ heading: keys.has(nameKey(heading)) ? '' : heading, depth: 2, emitted })
    }
    return sections
  }

  sources(): string[] {
    return [...new Set(this.#emitted.flatMap(({ cites }) => cites.map(({ source }) => source)))]
  }

  #say(unit: Unit, source: string): Emitted | null {
    const cited = { source, fromLine: unit.fromLine, toLine: unit.toLine }
    // The same lines may come by two names.
    if (this.#emitted.some(({ unit: one, cites }) => one.fromLine === unit.fromLine && cites[0]?.source === source))
      return null
    const lines = unit.rest && unit.kind === 'list' ? unit.rest.split('\n') : []
    const all = [...unit.sentences, ...lines]
    const repeated = all.map((one) => this.#seen.before(plainWords(one)))
    const fresh = repeated.filter((one) => one === undefined).length
    if (fresh === 0 || fresh / all.length <= 0.2) {
      // Overlapping lines are cited once.
      for (const one of new Set(repeated))
        if (one && !one.cites.some((there) => overlaps(there, cited))) one.cites.push(cited)
      return null
    }
    const emitted: Emitted = {
      unit,
      sentences: shorten(
        unit.sentences.filter((one, n) => !(repeated[n] && isDroppable(unit, n, one))),
        unit,
      ),
      cites: [cited],
    }
    for (const one of all) this.#seen.add(plainWords(one), emitted)
    this.#emitted.push(emitted)
    return emitted
  }
}

const unitsAtFirst = ({ own, parts }: Read) => (own.length ? own : (parts[0]?.units ?? []))

/** Whether units are only a label: a few words without a verb. */
const isLabel = (units: readonly Unit[]) =>
  units.reduce((sum, unit) => sum + unitLength(unit), 0) < LEAST_ELSEWHERE &&
  !units.some(({ sentences }) => VERB.test(sentences.join(' ')))

const VERB = /\b(?:is|are|was|were|be|has|have|had|can|must|should|will|may|do|does)\b/i

/** A document's title, or its file name as words. */
function nameOf({ title, source }: Passage): string {
  if (title !== source) return plainWords(title)
  const stem = source
    .replace(/^.*\//, '')
    .replace(/\.\w{1,5}$/, '')
    .replace(/[-_]+/g, ' ')
    .trim()
  return stem.charAt(0).toUpperCase() + stem.slice(1)
}

const overlaps = (one: Cited, other: Cited) =>
  one.source === other.source && one.fromLine <= other.toLine && other.fromLine <= one.toLine

/**
 * Whether a repeated sentence can be dropped: the next one does not depend on it, and no list
 * follows.
 */
const isDroppable = ({ sentences, rest }: Unit, n: number, sentence: string) =>
  isWhole(sentence) && !needsContext(plainWords(sentences[n + 1] ?? '')) && !(rest && n === sentences.length - 1)

/** Shortens a long paragraph to its first sentences. */
function shorten(sentences: string[], { rest }: Unit): string[] {
  if (rest || lengthOf(sentences.join(' ')) <= LONG * 1.25 || !sentences.every(isWhole)) return sentences
  let words = 0
  const end = sentences.findIndex((sentence) => {
    words += lengthOf(sentence)
    return words > LONG
  })
  return sentences.slice(0, Math.max(1, end))
}

/** Writes a unit as Markdown blocks with its citation. */
function markdownOf({ unit: { rest, kind }, sentences, cites }: Emitted): string[] {
  const mark = cite(cites)
  if (sentences.length) return [`${sentences.join(' ')} ${mark}`, ...(rest ? [rest] : [])]
  if (kind === 'table') return [rest.replace(/(?<!\s)\s*\|$/, ` ${mark} |`)]
  // A single item becomes a paragraph.
  return [`${rest.includes('\n') ? rest : rest.replace(/^-\s+/, '')} ${mark}`]
}
