import type { Costly } from '../../ba/index.ts'
import { type Citation, costOfReading, entryWritten, markdownLinks, scanMarks } from '../../text/index.ts'
import { readPageText } from '../documents/index.ts'
import { documentNamed } from './link-targets.ts'

/** How many places of a text are marked at most. */
export const MOST_MARKS = 200

/** What a page's text links to and cites, each once, with its first places in the text. */
export interface MarksOfText {
  links: { target: string; at: number[] }[]
  citations: { entry: Citation; at: number[] }[]
}

/** Costly work: finds the links and citations of a page's text. */
export const marking: Costly<string, MarksOfText> = {
  name: 'marking',
  size: (markdown) => costOfReading(markdown),
  work: marksOf,
}

/** Finds the links and citations of a page's text, each with at most `MOST_MARKS` places. */
export function marksOf(markdown: string): MarksOfText {
  const { body } = readPageText(markdown)
  const above = markdown.length - body.length
  const marks = scanMarks(body, { at: above })
  const links = placesBy<string>((target) => target)
  for (const { target, at } of marks.links) if (target) links.add(target, at)
  for (const link of markdownLinks(body)) {
    const named = documentNamed(link.target)
    if (named?.target) links.add(named.target, above + link.at)
  }
  const citations = placesBy<Citation>((entry) => entryWritten(entry))
  for (const { at, entries } of marks.citations) for (const entry of entries) citations.add(entry, at)
  return {
    links: links.all().map(([target, at]) => ({ target, at })),
    citations: citations.all().map(([entry, at]) => ({ entry, at })),
  }
}

/** Collects where equal things stand, in order of their first place. */
function placesBy<T>(key: (thing: T) => string) {
  const all = new Map<string, [T, number[]]>()
  return {
    add(thing: T, at: number) {
      const name = key(thing)
      const places = all.get(name)?.[1]
      if (!places) all.set(name, [thing, [at]])
      else if (places.length < MOST_MARKS) places.push(at)
    },
    all: () => [...all.values()],
  }
}
