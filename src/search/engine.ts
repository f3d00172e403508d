import type { Tx } from '../store/index.ts'
import { fts5 } from './fts5-rows.ts'
import { tsvector } from './tsvector-rows.ts'

/**
 * What an engine keeps and does in its own way: which document has which words, and counting many terms at once. It
 * chooses what is ranked, and ranks nothing.
 */
export interface Engine {
  /** Puts documents in by their numbers, each with its words, told apart by spaces. */
  put(tx: Tx, documents: readonly (readonly [number: number, words: string])[]): Promise<void>
  /** Takes a document out, with the words it was put in with. */
  take(tx: Tx, document: number, words: string[]): Promise<void>
  /**
   * The newest documents that have one word of each of these lists, and none of those that they are to be without;
   * `common` says how many there are, where that is known, so that what is common is looked for among the newest.
   */
  having(
    tx: Tx,
    lists: readonly string[][],
    but: { without: readonly string[]; most: number; common?: number },
  ): Promise<number[]>
  /** Adds to how many documents of an area have each of these terms. */
  count(tx: Tx, space: string, area: string, changes: readonly (readonly [term: string, by: number])[]): Promise<void>
}

/** The engine that a transaction speaks to. */
export const engineOf = (tx: Tx): Engine => (tx.kind === 'sqlite' ? fts5 : tsvector)
