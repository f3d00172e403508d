import { type HereIAm, OPEN } from '../../ba/index.ts'
import { citationsOf, pageOf } from '../../knowledge/index.ts'
import type { Form } from './export-files.ts'
import type { Exporting } from './exporting.ts'
import { type PageFile, type SourceFile, textOfSource } from './files-of-area.ts'
import { escaped, framed, hrefFrom } from './site-frame.ts'
import { SITE_CSS, SITE_JS } from './site-look.ts'

/** A site that needs no server: every page, its citations leading to the lines of its sources, wanted pages as such. */
export const asSite: Form = {
  page: async (here, page, exporting) => {
    const html = await pageHtml(here, page, exporting)
    return html === null ? [] : [{ path: sitePath(page), text: html }]
  },
  source: async (here, source, exporting) => {
    const text = await textOfSource(here, source)
    return text === null ? [] : [{ path: sitePath(source), text: sourceHtml(source, text, exporting) }]
  },
  end: (exporting) => [
    { path: 'index.html', text: indexHtml(exporting) },
    { path: 'site.css', text: SITE_CSS },
    { path: 'site.js', text: SITE_JS },
    { path: 'search.js', text: searchIndex(exporting) },
  ],
}

const sitePath = (file: PageFile | SourceFile) =>
  file.kind === 'page'
    ? `pages/${file.path.slice('wiki/concepts/'.length).replace(/\.md$/, '')}.html`
    : `${file.path}.html`

async function pageHtml(here: HereIAm, file: PageFile, exporting: Exporting): Promise<string | null> {
  const { tx, space } = here
  const page = await pageOf(tx, space.id, file.id)
  if (!page) return null
  const cited = new Map((await citationsOf(tx, space.id, file.id, exporting.area.id, OPEN)).map((one) => [one.n, one]))
  const from = sitePath(file)
  const body = page.html
    .replace(/<a class="link" data-target="([^"]*)">([\s\S]*?)<\/a>/g, (_, target: string, label: string) => {
      const to = exporting.page(unescaped(target))
      if (to) return `<a href="${hrefFrom(from, sitePath(to))}">${label}</a>`
      return `<span class="wanted" title="Nobody has written this page yet">${label}</span>`
    })
    .replace(/<a class="cite" data-cite="(\d+)"><\/a>/g, (_, n: string) => cite(cited.get(Number(n)), Number(n)))
    // Obsidian's own sign for what kind of note this is, which nobody needs to read.
    .replace(/<blockquote>\n<p>\[!\w+\][-+]?[ \t]*/g, '<blockquote class="callout">\n<p>')
    // What is wider than a phone is reached by the keyboard, too.
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replaceAll('<table>', '<div class="wide" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
  return framed({
    title: file.title,
    from,
    space: exporting.space,
    body: `<article class="page"><h1>${escaped(file.title)}</h1>\n${body}</article>`,
  })

  function cite(citation: { name: string; from_line: number | null } | undefined, n: number): string {
    const source = citation && exporting.source(citation.name)
    const line = citation?.from_line ? `:${citation.from_line}` : ''
    const title = escaped(`${source?.title ?? citation?.name ?? ''}${line}`)
    if (!source) return `<sup class="cite" title="${title}">${n + 1}</sup>`
    const place = citation?.from_line ? `#L${citation.from_line}` : ''
    return `<sup class="cite"><a href="${hrefFrom(from, sitePath(source))}${place}" title="${title}">${n + 1}</a></sup>`
  }
}

function sourceHtml(source: SourceFile, text: string, exporting: Exporting): string {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const rows = lines.map(
    (line, at) => `<li id="L${at + 1}"><a href="#L${at + 1}">${at + 1}</a><span>${escaped(line)}</span></li>`,
  )
  return framed({
    title: source.title,
    from: sitePath(source),
    space: exporting.space,
    body: `<article class="source"><h1>${escaped(source.title)}</h1>\n<p class="quiet">${escaped(source.name)}</p>\n<ol class="lines">\n${rows.join('\n')}\n</ol></article>`,
  })
}

function indexHtml({ space, pages, files }: Exporting): string {
  const byTitle = [...pages].sort((a, b) => a.title.localeCompare(b.title, 'en'))
  const item = (file: PageFile | SourceFile, says: string) =>
    `<li><a href="${hrefFrom('index.html', sitePath(file))}">${escaped(file.title)}</a>${says ? `<p>${escaped(says)}</p>` : ''}</li>`
  const sources = files.filter((one) => one.kind === 'source')
  const below = sources.length
    ? `<h2>What they are made from</h2>\n<ul class="contents small">\n${sources.map((one) => item(one, '')).join('\n')}\n</ul>`
    : ''
  return framed({
    title: space,
    from: 'index.html',
    space,
    body: `<article><h1>${escaped(space)}</h1>\n<ul class="contents">\n${byTitle.map((page) => item(page, page.summary)).join('\n')}\n</ul>\n${below}</article>`,
  })
}

/** The names of all pages as a script, which a browser also reads from a disk, where it would fetch no JSON. */
function searchIndex({ pages }: Exporting): string {
  const found = pages.map((page) => [page.title, page.summary, hrefFrom('index.html', sitePath(page))])
  return `window.whorlPages = ${JSON.stringify(found).replaceAll('<', '\\u003c')}\n`
}

const NAMES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** An attribute's words as they were, before they were written as HTML. */
const unescaped = (html: string) =>
  html.replace(/&(?:#(?:x([0-9a-f]+)|(\d+))|(amp|lt|gt|quot));/gi, (_, hex?: string, digits?: string, name?: string) =>
    name
      ? (NAMES[name.toLowerCase()] ?? '')
      : String.fromCodePoint(Math.min(0x10ffff, hex ? Number.parseInt(hex, 16) : Number(digits))),
  )
