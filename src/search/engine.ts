import type { Tx } from '../store/index.ts'
import { fts5 } from './fts5-rows.ts'
import { tsvector } from './tsvector-rows.ts'

/**
 * The inverted index of a database engine, which selects candidates but does not rank; and bulk
 * counting of terms.
 */
export interface Engine {
  /** Adds documents by number, each with its words separated by spaces. */
  put(tx: Tx, documents: readonly (readonly [number: number, words: string])[]): Promise<void>
  /** Removes a document, given the words it was added with. */
  take(tx: Tx, document: number, words: string[]): Promise<void>
  /**
   * The newest documents that have a word of each of these lists and no excluded word; `common`, if
   * known, is the number of matches, so that frequent words are searched among the newest
   * documents.
   */
  having(
    tx: Tx,
    lists: readonly string[][],
    but: { without: readonly string[]; most: number; common?: number },
  ): Promise<number[]>
  /** Adds to the document counts of these terms in an area. */
  count(tx: Tx, space: string, area: string, changes: readonly (readonly [term: string, by: number])[]): Promise<void>
}

/** The engine of a transaction's database. */
export const engineOf = (tx: Tx): Engine => (tx.kind === 'sqlite' ? fts5 : tsvector)
