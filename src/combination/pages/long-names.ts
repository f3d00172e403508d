import { unfit } from '../../ba/index.ts'
import { exactName, listField, MOST_NAME } from '../../text/index.ts'
import { readPageText } from '../documents/index.ts'
import { nameIn } from './link-targets.ts'
import type { Rendered } from './render-page.ts'

/** The number of aliases of a page that lead to it. */
const MOST_ALIASES = 100
/** The letters of a long name that its refusal quotes. */
const SHOWN = 40

/** The aliases of a page that lead to it. */
export const aliasesIn = (front: Parameters<typeof listField>[0]): string[] =>
  listField(front, 'aliases').slice(0, MOST_ALIASES)

/** The names that a page's links look up. */
export const namesLinked = ({ targets }: Pick<Rendered, 'targets'>): string[] => targets.map(nameIn)

/** Refuses a page with a name that is longer than an index holds; asked before anything is written. */
export function refuseLongNames(markdown: string, title: string, rendered: Rendered): void {
  const kinds: [what: string, names: readonly string[], remedy: string][] = [
    ['Its title', [title], 'Shorten it.'],
    ['An alias of it', aliasesIn(readPageText(markdown).front).map(exactName), 'Shorten it, or take it out.'],
    ['A link of it', namesLinked(rendered).map(exactName), 'Shorten what stands in the [[brackets]].'],
    ['A citation of it', rendered.citations.map(({ name }) => name), 'Shorten what stands in the ^[brackets].'],
  ]
  for (const [what, names, remedy] of kinds) {
    const long = names.find((name) => name.length > MOST_NAME)
    if (long !== undefined)
      throw unfit('markdown', `${what} is longer than ${MOST_NAME} characters: “${long.slice(0, SHOWN)}…”.`, remedy)
  }
}
