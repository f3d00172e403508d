import { sourceById } from '../../../knowledge/index.ts'
import type { Tx } from '../../../store/index.ts'

/** The line on which each page of a document begins; a page without text begins where the next one does. */
export const pagesIn = (pages: string | null): number[] => (pages ? (JSON.parse(pages) as number[]) : [])

/** The page that a line is on, counted from one, or null where there are no pages, or it stands before the first. */
const pageAt = (pages: readonly number[], line: number): number | null =>
  pages.findLastIndex((first) => first <= line) + 1 || null

/** Looks up on which page of its source a line is, reading each source once. */
export function openPages(tx: Tx, space: string): (source: string, line: number) => Promise<number | null> {
  const read = new Map<string, number[]>()
  return async (source, line) => {
    const pages = read.get(source) ?? pagesIn((await sourceById(tx, space, source))?.pages ?? null)
    read.set(source, pages)
    return pageAt(pages, line)
  }
}
