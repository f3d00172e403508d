import { type HereIAm, OPEN } from '../../ba/index.ts'
import { citationsOf, pageOf, topicById } from '../../knowledge/index.ts'
import { broughtFrom, topicsLinkingTo } from '../pages/index.ts'
import type { Exporting } from './exporting.ts'
import type { PageFile } from './files-of-area.ts'
import { escaped, framed, hrefFrom, sitePath } from './site-frame.ts'

type Cited = Pick<Awaited<ReturnType<typeof citationsOf>>[number], 'n' | 'name' | 'from_line' | 'to_line'>

/** A page of a site: its text, sources, last change and backlinks. */
export async function pageHtml(here: HereIAm, file: PageFile, exporting: Exporting): Promise<string | null> {
  const { tx, space } = here
  const page = await pageOf(tx, space.id, file.id)
  if (!page) return null
  const cited = new Map((await citationsOf(tx, space.id, file.id, exporting.area.id, OPEN)).map((one) => [one.n, one]))
  const targets = JSON.parse(page.targets) as string[]
  const brought = await broughtFrom(here, exporting.area.id, file.id, targets)
  const from = sitePath(file)
  const text = page.html
    .replace(LINK, (_, target: string, place: string | undefined, label: string) => {
      const to = exporting.pageOf(brought.get(unescaped(target))?.id ?? '') ?? exporting.page(unescaped(target), file)
      if (to) return `<a href="${hrefFrom(from, sitePath(to))}${place ? `#${place}` : ''}">${label}</a>`
      return `<span class="wanted" title="Nobody has written this page yet">${label}</span>`
    })
    .replace(/<a class="cite" data-cite="(\d+)"><\/a>/g, (_, n: string) => {
      const citation = cited.get(Number(n))
      const number = String(Number(n) + 1)
      return `<sup class="cite">${citation ? citedFrom(from, citation, exporting, number) : number}</sup>`
    })
    .replace(/<input type="checkbox"( checked)?/g, (input, done) => `${input} aria-label="${done ? 'Done' : 'To do'}"`)
    // Wide elements can be scrolled by keyboard.
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replaceAll('<table>', '<div class="wide" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
  const below = [
    sourcesHtml(from, [...cited.values()], exporting),
    await linkedFromHtml(here, file, exporting),
    `<p class="quiet">Last changed on ${day(page.updated_at)}</p>`,
  ]
  return framed({
    title: file.title,
    from,
    space: exporting.space,
    body: `<article class="page"><h1>${escaped(file.title)}</h1>\n${text}\n<footer>\n${below.filter(Boolean).join('\n')}\n</footer></article>`,
  })
}

const LINK = /<a class="link" data-target="([^"]*)"(?: data-name="[^"]*")?(?: data-place="([^"]*)")?>([\s\S]*?)<\/a>/g

/** A link to the cited lines, if their source is exported. */
function citedFrom(from: string, citation: Cited, exporting: Exporting, words: string): string {
  const source = exporting.source(citation.name)
  const title = escaped([source?.title ?? citation.name, linesOf(citation)].filter(Boolean).join(', '))
  if (!source) return `<span title="${title}">${words}</span>`
  const place = citation.from_line ? `#L${citation.from_line}` : ''
  return `<a href="${hrefFrom(from, sitePath(source))}${place}" title="${title}">${words}</a>`
}

const linesOf = ({ from_line, to_line }: Cited) =>
  !from_line ? '' : to_line && to_line > from_line ? `lines ${from_line}–${to_line}` : `line ${from_line}`

/** The sources of a page, each once with the numbers of its citations. */
function sourcesHtml(from: string, cited: readonly Cited[], exporting: Exporting): string {
  const items = [...Map.groupBy(cited, ({ name }) => name)].map(([name, places]) => {
    const source = exporting.source(name)
    const title = escaped(source?.title ?? name)
    const named = source ? `<a href="${hrefFrom(from, sitePath(source))}">${title}</a>` : title
    const numbers = places.map((one) => {
      const lines = linesOf(one)
      return `<span class="place">${citedFrom(from, one, exporting, String(one.n + 1))}${lines && ` ${lines}`}</span>`
    })
    return `<li>${named} <span class="places">${numbers.join(', ')}</span></li>`
  })
  return items.length > 0 ? `<h2>Sources</h2>\n<ul class="below">\n${items.join('\n')}\n</ul>` : ''
}

/** The pages of the site that link to this one. */
async function linkedFromHtml(here: HereIAm, file: PageFile, { pages }: Exporting): Promise<string> {
  const topic = await topicById(here.tx, here.space.id, file.id)
  const linking = new Set(topic ? (await topicsLinkingTo(here, topic)).map(({ id }) => id) : [])
  const items = pages
    .filter(({ id }) => linking.has(id))
    .map((page) => `<li><a href="${hrefFrom(sitePath(file), sitePath(page))}">${escaped(page.title)}</a></li>`)
  return items.length > 0 ? `<h2>Linked from</h2>\n<ul class="below">\n${items.join('\n')}\n</ul>` : ''
}

const day = (at: string) =>
  `<time datetime="${escaped(at)}">${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at))}</time>`

const NAMES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** Unescapes an HTML attribute. */
const unescaped = (html: string) =>
  html.replace(/&(?:#(?:x([0-9a-f]+)|(\d+))|(amp|lt|gt|quot));/gi, (_, hex?: string, digits?: string, name?: string) =>
    name
      ? (NAMES[name.toLowerCase()] ?? '')
      : String.fromCodePoint(Math.min(0x10ffff, hex ? Number.parseInt(hex, 16) : Number(digits))),
  )
