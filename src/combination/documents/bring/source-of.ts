import { endOfFront } from '../../../text/index.ts'
import type { Fetched } from '../fetching/fetch-document.ts'
import type { SourceToKeep } from '../sources/keep-source.ts'
import type { Arrival } from './arrival-rows.ts'
import { madeFrom } from './made-from.ts'
import type { ReadDocument } from './read-arrival.ts'

/**
 * Builds the source to keep: text formats as they are; text extracted from other formats gets front
 * matter with its origin.
 */
export function sourceOf(
  arrival: Arrival,
  { given, read, isText }: ReadDocument,
  now: string,
): Omit<SourceToKeep, 'area' | 'near'> {
  const stem = fileName(given).replace(/\.(?:pdf|docx|xlsx|pptx|x?html?)$/i, '')
  const title = asTitle(arrival.title ?? read.title ?? '') || stem
  const origin = (arrival.address ?? arrival.name).slice(0, 500)
  const own = { title, origin, address: arrival.address, by: arrival.by_person }
  if (isText && !arrival.address) return { ...own, name: arrival.name, text: read.text }
  const called = arrival.address && !/\.(?:md|txt)$/i.test(given.name) ? title : stem
  const folder = arrival.address ? '' : arrival.name.slice(0, arrival.name.lastIndexOf('/') + 1)
  const name = isText && /\.(?:md|txt)$/i.test(given.name) ? safeName(given.name) : `${folder}${safeName(called)}.md`
  if (isText && endOfFront(read.text) > 0) return { ...own, name, text: read.text }
  const { text, above } = madeFrom({ title, origin, now, text: read.text })
  return { ...own, name, text, pages: read.pages?.map((line) => line + above) ?? null }
}

/** Reduces a document's own title to one line of characters that a store accepts. */
const asTitle = (words: string) =>
  words
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200)
    .toWellFormed()

/** A file name that is valid on every system, below `sources/`. */
const safeName = (name: string) =>
  name
    .replace(/[\\/<>:"|?*^,[\]\p{Cc}]+/gu, '-')
    .replace(/^[.\s]+|(?<![.\s])[.\s]+$/g, '')
    .slice(0, 120)
    .trim() || 'document'

/** The name of the received file, made valid on every system. */
export const fileName = ({ name }: Fetched) => safeName(name)
