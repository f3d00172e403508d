import { looseSlug } from '../../ba/index.ts'
import { citedIn, listField, setDate } from '../../text/index.ts'
import { type Block, blocksIn, type PageText, readPageText, writePageText } from '../documents/index.ts'
import { standsApart } from './merge-pages.ts'
import { headingOf, isTitle } from './rename-in-page.ts'

/** A page to be split. */
export interface PageToPart {
  title: string
  newTitle: string
  markdown: string
  base: string
  /** The indexes of the moved blocks, as numbered by `partsOf`. */
  goes: ReadonlySet<number>
  now: string
  /** Whether the compiler will write blocks citing this source on the new page by itself. */
  again: (source: string) => boolean
}

interface Text {
  markdown: string
  base: string
}

/** The blocks of a page that can be moved, with their indexes: all but its title. */
export const partsOf = (markdown: string, title: string): { n: number; text: string }[] =>
  blocksIn(readPageText(markdown).body).blocks.flatMap(({ text }, n) =>
    n === 0 && isTitle(text, title) ? [] : { n, text },
  )

/**
 * Moves blocks of a page unchanged to a new page. A link to the new page takes the place of the
 * first, and the new page ends with a link back. No citation is lost.
 */
export function partPage(part: PageToPart): { left: Text; taken: Text } {
  const page = readPageText(part.markdown)
  const { above, blocks } = blocksIn(page.body)
  const taken = blocks.filter((_, n) => part.goes.has(n))
  const eol = /\r?\n/.exec(page.body)?.[0] ?? '\n'
  const first = blocks.findIndex((_, n) => part.goes.has(n))
  const stays = blocks.flatMap((block, n): Block[] => {
    if (n === first) return [{ ...block, written: linkTo(part.newTitle, page.body) }]
    return part.goes.has(n) ? [] : [block]
  })
  const body =
    above +
    stays.map(({ written, after }, n) => written + (n === stays.length - 1 ? eol : between(after, eol))).join('')
  setDate(page.front, 'updatedAt', part.now)
  return {
    left: { markdown: writePageText({ front: page.front, body }), base: part.base },
    taken: newPage(part, page, taken),
  }
}

/** The empty lines between two blocks, at least one. */
const between = (after: string, eol: string) => (standsApart(after) ? after : eol + eol)

function newPage({ title, newTitle, base, now, again }: PageToPart, page: PageText, taken: readonly Block[]): Text {
  const compiled = new Set(base ? blocksIn(readPageText(base).body).blocks.map(({ text }) => text) : [])
  const own = taken.filter(({ text }) => compiled.has(text) && citedIn(text).every(({ name }) => again(name)))
  const fresh = readPageText('')
  fresh.front.set('title', newTitle)
  const sources = [...new Set(taken.flatMap(({ text }) => citedIn(text).map(({ name }) => name)))]
  fresh.front.set('sources', sources)
  setDate(fresh.front, 'createdAt', now)
  setDate(fresh.front, 'updatedAt', now)
  const tags = listField(page.front, 'tags')
  if (tags.length > 0) fresh.front.set('tags', tags)
  const texts = [headingOf(newTitle), ...taken.map(({ text }) => text), linkTo(title, page.body)]
  const before = [headingOf(newTitle), ...own.map(({ text }) => text)]
  return {
    markdown: writePageText({ front: fresh.front, body: `${texts.join('\n\n')}\n` }),
    base: own.length > 0 ? writePageText({ front: readPageText('').front, body: `${before.join('\n\n')}\n` }) : '',
  }
}

/** A line with a link to another page, in Japanese if the text is. */
function linkTo(title: string, body: string): string {
  // A title that would break a link is replaced by its slug.
  const link = /[|[\]#^\n]/.test(title) ? `[[${looseSlug(title)}]]` : `[[${title}]]`
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(body) ? `${link}も見る。` : `See also ${link}.`
}
