import type { PageFile, SourceFile } from './files-of-area.ts'

/** The content of a page of a site. */
export interface Framed {
  title: string
  /** Its path in the site. */
  from: string
  space: string
  body: string
}

/** Escapes text for HTML. */
export const escaped = (words: string): string => words.replace(/[&<>"']/g, (one) => `&#${one.charCodeAt(0)};`)

/** The relative link from one file of a site to another. */
export function hrefFrom(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1)
  return escaped(up + to.split('/').map(encodeURIComponent).join('/'))
}

/** The path of a page or a source in a site. */
export const sitePath = (file: PageFile | SourceFile): string =>
  file.kind === 'page' ? `pages/${file.address}.html` : `${file.path}.html`

/** A complete HTML page that loads nothing from elsewhere and works from a disk. */
export function framed({ title, from, space, body }: Framed): string {
  const to = (path: string) => hrefFrom(from, path)
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' data: file:">
<title>${escaped(title === space ? title : `${title} – ${space}`)}</title>
<link rel="stylesheet" href="${to('site.css')}">
</head>
<body data-top="${'../'.repeat(from.split('/').length - 1)}">
<header><a class="home" href="${to('index.html')}">${escaped(space)}</a>
<form role="search"><input type="search" aria-label="Find a page" placeholder="Find a page" autocomplete="off"><ul id="found"></ul></form></header>
<main>
${body}
</main>
<script src="${to('search.js')}"></script>
<script src="${to('site.js')}"></script>
</body>
</html>
`
}
