import type { Tx } from '../store/index.ts'
import { analyse } from './analyse.ts'
import { addDocuments, type Document, documentsOf, dropDocument, nextNumber } from './document-rows.ts'
import { engineOf } from './engine.ts'
import { mark } from './marks.ts'
import { countPart, countTerms, partFor } from './term-rows.ts'
import { termsIn, writeTerms } from './terms.ts'
import { type Kind, readThings, type Thing } from './thing.ts'

/** The most characters of a text that are indexed. */
const MOST_LETTERS = 400_000

/** Updates the index for these things; removes those that are gone or private. */
export async function indexThings(tx: Tx, space: string, things: readonly { kind: Kind; id: string }[]): Promise<void> {
  const changes = changesIn(tx, space)
  for (const kind of new Set(things.map((one) => one.kind))) {
    const ids = [...new Set(things.filter((one) => one.kind === kind).map(({ id }) => id))]
    const [kept, there] = [await documentsOf(tx, space, kind, ids), await readThings(tx, space, kind, ids)]
    for (const id of ids) {
      const [before, thing] = [kept.get(id), there.get(id)]
      const now = thing && (await documentFor(space, thing))
      if (before && now && sameWords(before, now)) continue
      if (before) await changes.take(before)
      if (now) await changes.put({ ...now, number: before?.number ?? 0 })
    }
  }
  await changes.keep()
}

const sameWords = (one: Document, other: Document) =>
  one.area_id === other.area_id &&
  one.marks === other.marks &&
  one.title_terms === other.title_terms &&
  one.terms === other.terms

async function documentFor(space: string, thing: Thing): Promise<Document> {
  const { kind, id, area, title, called, named, words } = thing
  const analysed = analyse(named ? [title, ...called].join('\n') : '', (await words()).slice(0, MOST_LETTERS))
  const length = [...analysed.title.values(), ...analysed.body.values()].reduce((sum, times) => sum + times, 0)
  return {
    space_id: space,
    kind,
    thing: id,
    area_id: area,
    number: 0,
    words: length,
    title_terms: writeTerms(analysed.title),
    terms: writeTerms(analysed.body),
    marks: marksOf(thing).join(' '),
  }
}

/** Collects additions and removals of documents, and writes the changed counts at the end. */
function changesIn(tx: Tx, space: string) {
  const engine = engineOf(tx)
  const parts = new Map<string, number>()
  const inTerms = new Map<string, Map<string, number>>()
  const inParts = new Map<number, { documents: number; words: number }>()
  const added: { document: Document; words: string[] }[] = []
  let next: number | undefined

  const partOf = async ({ area_id, kind }: Document): Promise<number> => {
    const key = `${kind} ${area_id}`
    const part = parts.get(key) ?? (await partFor(tx, space, area_id, kind))
    parts.set(key, part)
    return part
  }
  /** Counts a document in or out; returns its words as the engine stores them. */
  const count = async (document: Document, by: 1 | -1): Promise<string[]> => {
    const part = await partOf(document)
    const sums = inParts.get(part) ?? { documents: 0, words: 0 }
    inParts.set(part, { documents: sums.documents + by, words: sums.words + by * document.words })
    const terms = inTerms.get(document.area_id) ?? new Map<string, number>()
    inTerms.set(document.area_id, terms)
    const own = [...termsIn(document)]
    for (const term of own) terms.set(term, (terms.get(term) ?? 0) + by)
    // Each word is prefixed by its part's number (area and kind), so that parts do not affect each
    // other.
    const marks = document.marks ? document.marks.split(' ') : []
    return [...own.map((term) => inPart(part, term)), ...marks.map((one) => markIn(part, one))]
  }
  return {
    put: async (document: Document) => {
      next ??= await nextNumber(tx)
      const number = document.number || next++
      added.push({ document: { ...document, number }, words: await count(document, 1) })
    },
    take: async (document: Document) => {
      // Before the removal: a replaced document keeps its number, which must not be reused
      // meanwhile.
      next ??= await nextNumber(tx)
      await engine.take(tx, document.number, await count(document, -1))
      await dropDocument(tx, document)
    },
    keep: async () => {
      await addDocuments(
        tx,
        added.map(({ document }) => document),
      )
      await engine.put(
        tx,
        added.map(({ document, words }) => [document.number, words.join(' ')]),
      )
      for (const [number, sums] of inParts) await countPart(tx, number, sums)
      for (const [area, terms] of inTerms) await countTerms(tx, engine, space, area, terms)
    },
  }
}

const marksOf = ({ by, topic, at }: Thing): string[] => [
  ...(by && 'person' in by ? [mark.by(by.person.id)] : []),
  ...(topic === null ? [] : [mark.topic(topic)]),
  mark.month(at),
  mark.year(at),
]

/** A term as the engine stores it: `12xpurg`. */
export const inPart = (part: number, term: string): string => `${part}x${term}`

/** A mark as the engine stores it, `12m202605`, distinct from any term. */
export const markIn = (part: number, mark: string): string => `${part}${mark}`
