/** HTML: what a page is shown as, and what a page of the web is read as. */
import rehypeParse from 'rehype-parse'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { costlyMarkdownIn } from '../../src/combination/compose/index.ts'
import { readAs } from '../../src/combination/documents/reading/read-as.ts'
import { citesIn, targetsIn } from '../../src/combination/pages/html-part.ts'
import { renderPage } from '../../src/combination/pages/render-page.ts'
import { readHtml } from '../../src/search/read-html.ts'
import { type Fuzzed, holds, type Outcome, same } from './law.ts'
import { mutatedText } from './mutated-text.ts'

const shown = [
  '# Cache purge\n\nText <b onclick="x()">bold</b> <img src=x onerror=y()> [[Edge|the edge]] ^[a.md:3, 5].\n\n[link](javascript:x) ![p](data:text/html,x) <https://a.example> www.b.example\n\n> [!warning]- Title\n> Words ==marked==.\n\nNote[^1].\n\n[^1]: The note.\n',
  '<svg><script>x()</script></svg>\n\n<details open><summary>S</summary>\n\n| a | b |\n|---|---|\n| [[x\\|y]] | `c` |\n\n</details>\n\n- [x] done ^name\n\n## Heading ^other\n\n<a href="javas&#99;ript:x()" id="c">z</a> <p style="x" class="callout">\n',
]
const fetched = [
  '<!doctype html><html><head><meta charset="utf-8"><title>On call</title><style>a{}</style></head><body><nav>Menu</nav><main><h1>On call</h1><p>Words &amp; <b>more</b> <a href="https://a.example/x">there</a> <a href="javascript:x()">no</a></p><ul><li>one<li>two</ul><table><tr><th>a<td>b</table><pre><code>c\n</code></pre><script>x()</script></main></body></html>',
  '<p>From: a@b.example<br>Subject: The oven<blockquote>Quoted <i>words</i><img src="cid:x" alt="pic"></blockquote><svg><title>t</title><foreignObject><p>x</p></foreignObject></svg><math><mi>x</mi></math><template><p>t</p></template><iframe srcdoc="<script>x()</script>"></iframe><dl><dt>a<dd>b</dl><p hidden>secret',
]
const tokens = [
  '<',
  '>',
  '</',
  '/>',
  '<!--',
  '-->',
  '--!>',
  '<![CDATA[',
  ']]>',
  '<?',
  '<!doctype html>',
  '"',
  "'",
  '=',
  '&',
  '&lt;',
  '&#x3c;',
  '&#0;',
  '&#1114112;',
  '&NotEqualTilde;',
  '\0',
  '<script>',
  '</script>',
  '<style>',
  '</style>',
  '<title>',
  '</title>',
  '<textarea>',
  '<noscript>',
  '<template>',
  '<svg>',
  '</svg>',
  '<math>',
  '<mtext>',
  '<mglyph>',
  '<table>',
  '<tr>',
  '<td>',
  '<caption>',
  '<select>',
  '<option>',
  '<form>',
  '<b>',
  '</b>',
  '<a href="',
  '<a href=javascript:x()>',
  '<p>',
  '</p>',
  '<div>',
  '<li>',
  '<ol start=-5>',
  '<ol start=99999999999>',
  '<h1>',
  '<pre>',
  '<code>',
  '<br>',
  '<img src=x onerror=x()>',
  '<input type=checkbox checked>',
  '<iframe srcdoc="',
  '<object>',
  '<details>',
  '<summary>',
  ' onload=x()',
  ' style="x"',
  ' id="at-x"',
  ' class="callout"',
  ' data-cite="0"',
  ' href="data:text/html,x"',
  ' hidden',
  '<del>',
  '<sup>',
  '<q>',
  '<td colspan=1000000>',
  '<td rowspan=65534>',
  '[',
  ']',
  '[[',
  ']]',
  '^[',
  '](',
  ')',
  '*',
  '**',
  '_',
  '`',
  '~~',
  '==',
  '\n',
  '\n\n',
  '> ',
  '> [!note] ',
  '- ',
  '1. ',
  '|',
  '|---|\n',
  '# ',
  '[^1]',
  '[^1]: ',
  '[^1]:',
  ' ^name',
  '\\',
  '知',
  '\ud800',
]

/** Half are pages that are shown, half pages of the web that are read. */
export const html: Fuzzed<{ shown: boolean; text: string }> = {
  name: 'html',
  make(chance) {
    const isShown = chance.once(2)
    return { shown: isShown, text: mutatedText(chance, isShown ? shown : fetched, tokens) }
  },
  read: ({ shown, text }) => (shown ? showing(text) : fetching(text)),
}

function showing(body: string): Outcome {
  if (costlyMarkdownIn(body)) return 'refused'
  const { html, targets, citations } = renderPage(body, 'Cache purge', body.length % 2 === 0)
  holdsNoProgram(html)
  // Words that look like these attributes are found as well, and lead to nothing; a note that nothing refers to is not
  // shown.
  const [found, named] = [citesIn(html), new Set(targetsIn(html))]
  const hasNotes = body.includes('[^')
  holds(
    hasNotes || citations.every((_, n) => found.has(n) || !html.includes(`data-cite="${n}"`)),
    'a citation of the page is found in its HTML',
  )
  holds(
    hasNotes || targets.every((target) => named.has(target) || !html.includes('data-target') || !target.isWellFormed()),
    'a link of the page is found in its HTML',
    targets,
    [...named],
  )
  holds(
    !/<[a-z]/i.test(readHtml(html).replace(/&lt;/g, '')) || body.includes('<') || body.includes('&'),
    'text of HTML has no tags',
  )
  return 'read'
}

const parser = unified().use(rehypeParse, { fragment: true })
const writer = unified().use(rehypeStringify)

/** As a browser reads it: elements and addresses that run nothing, also when it is read once more. */
function holdsNoProgram(html: string): void {
  if (html.length % OFTEN !== 0 && !DOUBTFUL.test(html)) return
  const tree = parser.parse(html)
  visit(tree, 'element', ({ tagName, properties }) => {
    holds(!RUNS.has(tagName), 'nothing that runs is shown', tagName)
    for (const [name, value] of Object.entries(properties)) {
      holds(!/^on|^style$|^srcdoc$|^src$/i.test(name), 'no attribute runs or fetches', tagName, name)
      if (name === 'href') holds(/^(?:https?:|mailto:|[^:]*(?:[/?#]|$))/i.test(String(value)), 'no address runs', value)
      if (name === 'id') holds(/^(?:at-|footnote-label$)/.test(String(value)), 'ids are of the page', value)
    }
  })
  // Of links in each other, as a note in the words of a link, a browser makes two.
  if (/<a\b[^>]*>(?:(?!<\/a>)[\s\S])*?<a\b/.test(html)) return
  // Attributes without a value are written in two ways, and a browser reads each line end as one.
  const plain = (one: string) => one.replaceAll('=""', '').replace(/\r\n?/g, '\n')
  same(plain(writer.stringify(tree)), plain(html), 'HTML that is read and written again is the same')
}

/** Parsing takes longer than rendering: every fourth page is parsed, and each with a word of a program in it. */
const OFTEN = 4
const DOUBTFUL = /<script|<style|<iframe|<svg|<math|<img|\son\w+=|srcdoc|href="(?!https?:|mailto:|#)/i

const RUNS = new Set(
  'script style iframe object embed form svg math base meta link template textarea noscript title img'.split(' '),
)

/** Bytes of a page of the web; text that does not round-trip is given in UTF-16. */
async function fetching(text: string): Promise<Outcome> {
  const bytes = text.isWellFormed() ? Buffer.from(text) : Buffer.from(`\uFEFF${text}`, 'utf16le')
  const outcome = await readAs({ kind: 'html', bytes, charset: null })
  if ('fault' in outcome) {
    holds(!outcome.fault.startsWith('It could not be read: something'), 'what is refused says why', outcome.fault)
    return 'refused'
  }
  holds(outcome.read.text.isWellFormed() && !outcome.read.text.includes('\0'), 'text is whole')
  return 'read'
}
