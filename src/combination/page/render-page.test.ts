import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderPage } from './render-page.ts'

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt&colon;alert(1))',
  '[x](java\nscript:alert(1))',
  '[x]( \u0001javascript:alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:x)',
  '[x](//evil.example/x)',
  '![x](javascript:alert(1))',
  '![x](https://evil.example/pixel.gif)',
  '![x](x" onerror="alert(1))',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '[[<script>alert(1)</script>]]',
  '[[" onmouseover="alert(1)]]',
  '[[x|<img src=x onerror=alert(1)>]]',
  '[[javascript:alert(1)]]',
  '^[" onclick="alert(1)]',
  '^[<script>.md:1]',
  '<style>*{display:none}</style>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<form action="https://evil.example"><input name=password></form>',
  '<math><mi xlink:href="javascript:alert(1)">',
  '```<script>\n</code></pre><script>alert(1)</script>\n```',
  '`</code><script>alert(1)</script>`',
  '# <script>alert(1)</script>',
  '| a |\n| - |\n| <script> |',
  '[^1]\n\n[^1]: <script>alert(1)</script>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>]]>',
  '&lt;script&gt;',
  '&#60;script&#62;',
  '<a name="cookie">',
  '<p id="root" style="position:fixed">',
]

/** Says what in a page's HTML a browser could be made to run, load or send. */
function dangersIn(html: string): string[] {
  const dangers: string[] = []
  for (const [tag, slash, name = '', attributes = ''] of html.matchAll(/<(\/?)([^\s>/]*)((?:"[^"]*"|[^>"])*)>/g)) {
    if (
      !/^(a|p|br|em|strong|del|code|pre|h[1-6]|ul|ol|li|blockquote|table|thead|tbody|tr|t[hd]|hr|section|sup)$/.test(
        name,
      )
    )
      dangers.push(tag)
    if (slash) continue
    const named = [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)"|(?=\s|$))/g)]
    for (const [, attribute = '', value = ''] of named) {
      if (/^(on|style|src|action|formaction|srcdoc|xlink)/i.test(attribute)) dangers.push(tag)
      if (attribute === 'href' && !/^(https?:|mailto:|#|\/|[^:]*$)/i.test(value)) dangers.push(tag)
      if (attribute === 'id' && !value.startsWith('user-content-') && value !== 'footnote-label') dangers.push(tag)
    }
  }
  return dangers
}

test.each(HOSTILE)('Nothing of %j can run', (words) => {
  for (const body of [words, `Before ${words} after.`, `- ${words}`, `> ${words}`]) {
    expect(dangersIn(renderPage(body, 'T').html)).toEqual([])
  }
})

test('Whatever pieces a page is put together of, nothing in it can run', () => {
  const piece = fc.oneof(
    fc.constantFrom(...HOSTILE, '[', ']', '(', ')', '<', '>', '"', "'", '`', '\\', '\n', '\t', ':', '&'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(dangersIn(renderPage(pieces.join(''), 'T').html)).toEqual([])
    }),
    { numRuns: 400 },
  )
})

test('The check of these tests finds what is dangerous', () => {
  for (const html of ['<script>', '<a href="javascript:x">', '<p onclick="x">', '<img src="x">', '<a href="data:x">']) {
    expect(dangersIn(html)).not.toEqual([])
  }
})

test('Links and citations become anchors that are filled in later, in their order', () => {
  const { html, targets, citations } = renderPage('A [[Cache purge|purge]] is. ^[a.md:3-9, 12, b.md]', 'T')
  expect(html).toContain('<a class="link" data-target="Cache purge">purge</a>')
  expect(html.match(/data-cite="\d"/g)).toEqual(['data-cite="0"', 'data-cite="1"', 'data-cite="2"'])
  expect(targets).toEqual(['Cache purge'])
  expect(citations.map(({ name, from_line }) => `${name} ${from_line}`)).toEqual(['a.md 3', 'a.md 12', 'b.md null'])
})

test('Marks in code stay as they are written', () => {
  const { html, targets, citations } = renderPage('`[[a]] ^[b.md]`\n\n```\n[[c]]\\[\n```\n', 'T')
  expect([targets, citations]).toEqual([[], []])
  expect(html).toContain('[[a]] ^[b.md]')
  expect(html).toContain('[[c]]\\[')
})

test('An escaped mark is its characters and no mark', () => {
  const { html, targets, citations } = renderPage('\\[\\[a\\]\\] and \\^\\[b.md:1\\] and \\\\[[c]]', 'T')
  expect(html).toContain('[[a]] and ^[b.md:1] and \\<a')
  expect([targets, citations]).toEqual([['c'], []])
})

test.each(['__init__', '*a*', '~b~', 'a.b@c.d', 'www.x.example', 'https://x.example', 'snake_case_name'])(
  'A link to %s is a link to it, and a citation of it cites it',
  (name) => {
    const { targets, citations } = renderPage(`See [[${name}]] and [[${name}|it]]. ^[${name}, b.md:2]`, 'T')
    expect(targets).toEqual([name])
    expect(citations.map((one) => one.name)).toEqual([name, 'b.md'])
    expect(renderPage(`\`[[${name}]]\``, 'T').html).toContain(name)
  },
)

test('A page’s own title does not stand there twice', () => {
  expect(renderPage('# The title\n\nWords.', 'The title').html).toBe('<p>Words.</p>')
  expect(renderPage('# Another\n\nWords.', 'The title').html).toContain('Another')
  expect(renderPage('# C\\# \\[1\\]\n\nWords.', 'C# [1]').html).toBe('<p>Words.</p>')
})
