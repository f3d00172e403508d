import { looseSlug } from '../../ba/index.ts'
import { citedIn, listField, setDate } from '../../text/index.ts'
import { type Block, blocksIn, type PageText, readPageText, writePageText } from '../documents/index.ts'
import { standsApart } from './merge-pages.ts'
import { headingOf, isTitle } from './rename-in-page.ts'

/** A page of which some blocks go to a page of their own. */
export interface PageToPart {
  title: string
  newTitle: string
  markdown: string
  base: string
  /** The places of the blocks that go, as `partsOf` numbers them. */
  goes: ReadonlySet<number>
  now: string
  /** Whether the compiler writes on the new page by itself what cites this source. */
  again: (source: string) => boolean
}

interface Text {
  markdown: string
  base: string
}

/** The blocks of a page that can go to another, by their places: all but its title. */
export const partsOf = (markdown: string, title: string): { n: number; text: string }[] =>
  blocksIn(readPageText(markdown).body).blocks.flatMap(({ text }, n) =>
    n === 0 && isTitle(text, title) ? [] : { n, text },
  )

/**
 * Takes blocks out of a page into a new one, as they were written. Where the first of them stood, the page says where
 * they are now; the new one says below where they came from. Nothing is cited less often than before.
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

/** Blocks that stood apart go on standing apart. */
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

/** A line that leads to another page, in the script that the text is written in. */
function linkTo(title: string, body: string): string {
  // What would break a link is not said in it: its slug leads there, too.
  const link = /[|[\]#^\n]/.test(title) ? `[[${looseSlug(title)}]]` : `[[${title}]]`
  return /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(body) ? `${link}も見る。` : `See also ${link}.`
}
