import { sourceById } from '../../../knowledge/index.ts'
import type { Tx } from '../../../store/index.ts'

/** Parses the first line of each page; a page without text begins where the next one does. */
export const pagesIn = (pages: string | null): number[] => (pages ? (JSON.parse(pages) as number[]) : [])

/** The page that a line is on, counted from one, or null before the first page. */
const pageAt = (pages: readonly number[], line: number): number | null =>
  pages.findLastIndex((first) => first <= line) + 1 || null

/** Returns a function that finds the page of a source's line, reading each source once. */
export function openPages(tx: Tx, space: string): (source: string, line: number) => Promise<number | null> {
  const read = new Map<string, number[]>()
  return async (source, line) => {
    const pages = read.get(source) ?? pagesIn((await sourceById(tx, space, source))?.pages ?? null)
    read.set(source, pages)
    return pageAt(pages, line)
  }
}
