import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shownOf } from '../../text/index.ts'
import { compose, type Said } from '../compose/index.ts'
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
  '![<script>alert(1)</script>](x.png)',
  '![" onerror="alert(1)](x.png)',
  '![[x" onerror="alert(1).png]]',
  '![[<script>.png|<img src=x onerror=alert(1)>]]',
  '[x](javascript:alert(1)//page.md)',
  '[x](data:text/html,page.md)',
  '[x](//evil.example/page.md)',
  '[x](\\\\evil.example\\page.md)',
  '[x](/\\evil.example/page.md)',
  '[x](%6aavascript:alert(1)/page.md)',
  '[x](" onclick="alert(1).md)',
  '[x](a.md#"onclick="alert(1))',
  '[x](#"onclick="alert(1))',
  '[x](<../%22%3E%3Cscript%3Ealert(1).md>)',
  '[[a#" onclick="alert(1)]]',
  '[[#<script>alert(1)</script>]]',
  '> [!note] <script>alert(1)</script>',
  '> [!" onclick="alert(1)] x',
  '> [!note" onclick="alert(1)]- x\n> y',
  '# " onclick="alert(1)',
  '# root ^root',
  '- [x] <input onfocus=alert(1) autofocus>',
  'Words ^" onclick="alert(1)',
]

/** Says what in a page's HTML a browser could be made to run, load or send. */
function dangersIn(html: string): string[] {
  const dangers: string[] = []
  for (const [tag, slash, name = '', attributes = ''] of html.matchAll(/<(\/?)([^\s>/]*)((?:"[^"]*"|[^>"])*)>/g)) {
    if (
      !/^(a|p|br|em|strong|del|code|pre|h[1-6]|ul|ol|li|blockquote|table|thead|tbody|tr|t[hd]|hr|section|sup|mark|div|span)$/.test(
        name,
      ) &&
      !/^<input type="checkbox"( checked)? disabled>$/.test(tag)
    )
      dangers.push(tag)
    if (slash) continue
    const named = [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)"|(?=\s|$))/g)]
    for (const [, attribute = '', value = ''] of named) {
      if (/^(on|style|src|action|formaction|srcdoc|xlink)/i.test(attribute)) dangers.push(tag)
      if (attribute === 'href' && !/^(https?:|mailto:|#at-)/i.test(value)) dangers.push(tag)
      if (attribute === 'id' && !value.startsWith('at-') && value !== 'footnote-label') dangers.push(tag)
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

test.each([
  ['../wiki/concepts/change-detection.md', '../wiki/concepts/change-detection.md', 'change-detection', null],
  ['./change-detection.md', './change-detection.md', 'change-detection', null],
  ['change-detection.md', './change-detection.md', 'change-detection', null],
  ['/docs/change-detection.MD', '/docs/change-detection.MD', 'change-detection', null],
  ['change%20detection.md', './change detection.md', 'change detection', null],
  ['<change detection.md>', './change detection.md', 'change detection', null],
  ['%E7%9F%A5%E8%AD%98.md', './知識.md', '知識', null],
  ['100%.md', './100%.md', '100%', null],
  ['change-detection.md?plain=1#how-it-is-done', './change-detection.md', 'change-detection', 'how-it-is-done'],
  ['change-detection.md#How%20it%20is%20done', './change-detection.md', 'change-detection', 'how-it-is-done'],
  ['../guides/README.md', '../guides/README.md', 'guides', null],
  ['guides/index.md#start', './guides/index.md', 'guides', 'start'],
])('A link to the document %s is a link there, by the name at its end', (url, target, name, place) => {
  const there = place ? ` data-place="at-${place}"` : ''
  for (const body of [`See [**the** way](${url}).`, `See [**the** way][w].\n\n[w]: ${url}`]) {
    const { html, targets } = renderPage(body, 'T')
    expect(html.trim()).toBe(
      `<p>See <a class="link" data-target="${target}" data-name="${name}"${there}><strong>the</strong> way</a>.</p>`,
    )
    expect(targets).toEqual([target])
  }
})

test.each(['README.md', '../index.md', 'sources/a.md', '../sources/a.md', 'a.html', './a', '//evil.example/a.md', ''])(
  'A link to %s, which is no page here, is its words',
  (url) => {
    const { html, targets } = renderPage(`See [it](${url}).`, 'T')
    expect([html, targets]).toEqual(['<p>See it.</p>', []])
  },
)

test('A link to a document in code is code, and one within link brackets leads once', () => {
  expect(renderPage('`[a](b.md)`', 'T').targets).toEqual([])
  expect(renderPage('[see [[c]]](b.md)', 'T').targets).toEqual(['./b.md'])
})

test.each([
  ['![[purge-flow.png]]', 'picture', 'purge-flow.png'],
  ['![[img/purge-flow.png|300]]', 'picture', 'purge-flow.png'],
  ['![[purge-flow.png|How a purge goes]]', 'picture', 'How a purge goes'],
  ['![Dashboard](../img/certs.png)', 'picture', 'Dashboard'],
  ['![Dashboard|300x200](../img/certs.png)', 'picture', 'Dashboard'],
  ['![](../img/my%20certs.png)', 'picture', 'my certs.png'],
  ['![](https://a.example/b.png?c=d)', 'picture', 'b.png'],
  ['![Dashboard][d]\n\n[d]: certs.png', 'picture', 'Dashboard'],
  ['![[minutes.pdf]]', 'file', 'minutes.pdf'],
  ['![[figures.csv]]', 'file', 'figures.csv'],
  ['[[minutes.pdf]]', 'file', 'minutes.pdf'],
  ['[the minutes](../files/minutes.pdf)', 'file', 'the minutes'],
])('%s is a place that says what is there, and leads nowhere', (body, kind, words) => {
  const { html, targets } = renderPage(`${body}\n`, 'T')
  expect(html.trim()).toBe(`<p><span class="${kind}">${words}</span></p>`)
  expect(targets).toEqual([])
})

test('A note that is embedded is a link to it; what only looks like a file is a name', () => {
  expect(renderPage('![[Cache purge]]', 'T').html).toBe(
    '<p><a class="link" data-target="Cache purge">Cache purge</a></p>',
  )
  expect(renderPage('[[Node.js]] and [[Version 1.25]]', 'T').targets).toEqual(['Node.js', 'Version 1.25'])
})

test('A task keeps whether it is done', () => {
  const { html } = renderPage('- [ ] Ask\n- [x] Told\n', 'T')
  expect(html).toContain('<li class="task-list-item"><input type="checkbox" disabled> Ask</li>')
  expect(html).toContain('<li class="task-list-item"><input type="checkbox" checked disabled> Told</li>')
})

test.each([
  [
    '> [!warning] Mind the *gap*\n> Below.',
    'callout warns',
    '<p class="callout-title">Mind the <em>gap</em></p>',
    'Below.',
  ],
  ['> [!tip]- Folded\n> Below.', 'callout helps', '<p class="callout-title">Folded</p>', 'Below.'],
  ['> [!NOTE]\n> Below.', 'callout', '<p class="callout-title" data-kind="note">Note</p>', 'Below.'],
  ['> [!info|right]+ A [[link]]\n>\n> Below.', 'callout', '>link</a></p>', '<p>Below.</p>'],
  ['> [!my-own] ', 'callout', '<p class="callout-title" data-kind="my-own">My own</p>', ''],
])('%j is a callout', (body, className, title, below) => {
  const { html } = renderPage(body, 'T')
  expect(html).toContain(`<div class="${className}">`)
  expect(html).toContain(title)
  expect(html).toContain(below)
  expect(html).not.toMatch(/\[!|blockquote/)
})

test('A quote stays a quote', () => {
  expect(renderPage('> Said [!note] so.\n> [!warning] x', 'T').html).toContain('<blockquote>')
  expect(renderPage('> \\[!note] so', 'T').html).toContain('[!note] so')
})

test('What a person highlights is highlighted; on a page that a machine wrote it is what its lines do not say', () => {
  expect(renderPage('It is ==so==.', 'T').html).toBe('<p>It is <mark>so</mark>.</p>')
  expect(renderPage('It is ==so==.', 'T', true).html).toBe('<p>It is <mark class="unsupported">so</mark>.</p>')
})

test('Headings and named blocks have ids that links lead to', () => {
  const { html } = renderPage(
    '# Steps\n\n## Roll *back*\n\n## Roll back\n\nNine minutes. ^b1\n\n- One ^b2\n\n> Said\n\n^b3',
    'T',
  )
  expect(html).toContain('<h2 id="at-steps">Steps</h2>')
  expect(html).toContain('<h2 id="at-roll-back">Roll <em>back</em></h2>')
  expect(html).toContain('<h2 id="at-roll-back-1">')
  expect(html).toContain('<p id="at-b1">Nine minutes.</p>')
  expect(html).toContain('<li id="at-b2">One</li>')
  expect(html).toContain('<blockquote id="at-b3">')
  expect(html).not.toContain('^b')
})

test('A link to a heading says both, and leads to it', () => {
  expect(renderPage('[[Deploy pipeline#Roll back]]', 'T').html).toBe(
    '<p><a class="link" data-target="Deploy pipeline" data-place="at-roll-back">Deploy pipeline › Roll back</a></p>',
  )
  expect(renderPage('[[Deploy pipeline#^b1]]', 'T').html).toBe(
    '<p><a class="link" data-target="Deploy pipeline" data-place="at-b1">Deploy pipeline</a></p>',
  )
  for (const own of ['[[#Roll back]]', '[Roll back](#roll-back)'])
    expect(renderPage(own, 'T').html).toBe('<p><a href="#at-roll-back">Roll back</a></p>')
})

test('A footnote leads there and back', () => {
  const { html } = renderPage('So.[^1]\n\n[^1]: Why.', 'T')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `#${id}`)
  for (const [, href] of html.matchAll(/ href="([^"]+)"/g)) expect(ids).toContain(href)
})

test('Pages of marks that nothing closes take no long time', () => {
  for (const piece of ['![', '![[', '> [!', '[!note]', '[a](b.md', ' ^a', '^a-', '==a', '[a]: ', '# ^', '[[a#'])
    renderPage(piece.repeat(1_000), 'T')
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

test('Brackets that CommonMark takes for a link to the web are one; a wiki link beside it is none', () => {
  const { html, targets } = renderPage('See [[1]](https://example.org/a) and [[2]].', 'x')
  expect(html).toContain('<a href="https://example.org/a">[1]</a>')
  expect(targets).toEqual(['2'])
})

test('A heading goes by the name in its attributes', () => {
  expect(renderPage('## Heat {#warm-it}\n\nSee [it](#warm-it).', 'x').html).toBe(
    '<h2 id="at-warm-it">Heat</h2>\n<p>See <a href="#at-warm-it">it</a>.</p>',
  )
})

const SAID = [
  [
    'Use {{name}} and {% so %} here.',
    '%% a %% stays',
    'key:: value',
    ':::note',
    '!!! note',
    '??? "why"',
    'It is {: .so }.',
  ],
  [
    'So {#id}',
    '((01234567-89ab-cdef-0123-456789abcdef))',
    'It is <% x %> there.',
    '[a:: b] it is',
    '{{< x >}}',
    '=== "a"',
  ],
].flat()

test.each(SAID)('What somebody said is shown as they said it: %j', (statement) => {
  const said = { statement, holdsWhen: null, kind: 'what', sayable: 'said', source: 'a.md', fromLine: 1, toLine: 1 }
  const { body } = compose({ title: 'Oven', said: [said as unknown as Said], passages: [] })
  const { html } = renderPage(shownOf(body), 'Oven')
  const words = html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&#x3C;', '<')
    .replaceAll('&lt;', '<')
    .replaceAll('&#x26;', '&')
  expect(words).toContain(statement)
})

test('What a table shows no cell for is no link of the page, and words that look like one are none', () => {
  const { html, targets } = renderPage(
    '| a |\n|---|\n| [[x]] | [[y]] |\n\n` data-target="z"` and data-target="z"\n',
    '',
  )
  expect(targets).toEqual(['x'])
  expect(html).toContain('data-target="z"')
})

test('A place to fill in is shown as it is written, and no tag is', () => {
  const html = (body: string) => renderPage(body, 'Title').html
  expect(html('Sign in as <your-name> at <host>:<port>.')).toContain(
    'Sign in as &#x3C;your-name> at &#x3C;host>:&#x3C;port>.',
  )
  expect(html('<your-name>\n\nand more')).toContain('<p>&#x3C;your-name></p>')
  expect(html('> <your-name>')).toContain('&#x3C;your-name>')
  expect(html('Run `ssh <user>@<host>`.')).toContain('<code>ssh &#x3C;user>@&#x3C;host></code>')
  for (const none of [
    '<Tabs>\n\nwords\n\n</Tabs>',
    '<script>alert(1)</script>',
    '<x-y onclick="a()">',
    '<b>bold</b>',
    'a <Note>b</Note>',
  ])
    expect(html(none)).not.toMatch(/&#x3C;|onclick|<script/)
})
