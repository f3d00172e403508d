import { linesOfFront } from '../../text/index.ts'
import type { Form } from './export-files.ts'
import type { Exporting } from './exporting.ts'
import { type PageFile, type SourceFile, textOfSource } from './files-of-area.ts'
import { escaped, framed, hrefFrom, sitePath } from './site-frame.ts'
import { SITE_CSS, SITE_JS } from './site-look.ts'
import { pageHtml } from './site-page.ts'

/**
 * Exports a static site: every page, with citations linked to the lines of sources, and wanted
 * pages marked.
 */
export const asSite: Form = {
  page: async (here, page, exporting) => {
    const html = await pageHtml(here, page, exporting)
    return html === null ? [] : [{ path: sitePath(page), text: html }]
  },
  source: async (here, source, exporting) => {
    const text = await textOfSource(here, source, exporting)
    return text === null ? [] : [{ path: sitePath(source), text: sourceHtml(source, text, exporting) }]
  },
  end: (exporting) => [
    { path: 'index.html', text: indexHtml(exporting) },
    { path: 'site.css', text: SITE_CSS },
    { path: 'site.js', text: SITE_JS },
    { path: 'search.js', text: searchIndex(exporting) },
  ],
}

/** A source by numbered lines, without its front matter. */
function sourceHtml(source: SourceFile, text: string, exporting: Exporting): string {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const rows = lines
    .map((line, at) => `<li id="L${at + 1}"><a href="#L${at + 1}">${at + 1}</a><span>${escaped(line)}</span></li>`)
    .slice(linesOfFront(text))
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

/**
 * The search index as a script, which also loads from a disk, where a browser cannot fetch JSON.
 */
function searchIndex({ pages }: Exporting): string {
  const found = pages.map((page) => [page.title, page.summary, hrefFrom('index.html', sitePath(page))])
  return `window.whorlPages = ${JSON.stringify(found).replaceAll('<', '\\u003c')}\n`
}
