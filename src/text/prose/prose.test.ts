import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proseOf, shownOf } from './prose.ts'

/** The lines that are left, without the empty ones. */
const said = (text: string) =>
  proseOf(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
const shown = (text: string) => shownOf(text).split('\n')

test.each([
  [
    'an Obsidian comment in a line',
    'Feed it daily. %% Ask Ines why %% Keep it cool.',
    ['Feed it daily. Keep it cool.'],
  ],
  ['one over empty lines', '%%\nNot for all.\n\n```\nhalf a fence\n\n%%\nIt is fed daily.', ['It is fed daily.']],
  ['one that is left open', 'It is fed daily.\n\n%% Not for all\n\nNor this.', ['It is fed daily.']],
  ['comments of HTML and of MDX', '<!-- a\n\nb -->\n\nIt rises. {/* c */}', ['It rises. ']],
  [
    'comments of Jinja, Liquid and Hugo',
    '{# a #}\n\n{% comment %}\nb\n{% endcomment %}\n\n{{/* c */}}\n\nIt rises.',
    ['It rises.'],
  ],
  ['a link definition that is a remark', '[//]: # (ask Ines)\n\nIt rises.', ['It rises.']],
  [
    'imports and exports',
    'import Oven from "@site/oven"\nimport {\n  A,\n} from "b"\n\nexport const heat = {\n  of: 250,\n}\n\nimport the dough by hand.',
    ['import the dough by hand.'],
  ],
  ['a component alone', '<Card\n  title="x"\n/>\n\n<Columns>\n\nIt rises.\n\n</Columns>', ['It rises.']],
  ['an admonition of Docusaurus', ':::warning[Hot]\n\nIt burns.\n\n:::', ['It burns.']],
  [
    'one of MkDocs, with another in it',
    '!!! tip "Hot"\n    It burns.\n\n    ??? note\n        For hours.\nDone so.',
    ['It burns.', 'For hours.', 'Done so.'],
  ],
  ['a hint of GitBook', '{% hint style="danger" %}\nIt burns.\n{% endhint %}', ['It burns.']],
  [
    'tabs',
    '{% tabs %}\n{% tab title="Gas" %}\nLight it.\n{% endtab %}\n{% endtabs %}\n\n=== "Coal"\n\n    Stoke it.',
    ['Light it.', 'Stoke it.'],
  ],
  ['a callout of GitHub', '> [!NOTE]\n> It burns\n> for hours.', ['It burns', 'for hours.']],
  ['a callout whose title says it', '> [!tip] Feed it first.', ['Feed it first.']],
  [
    'hints in fences',
    '```{note}\nIt burns.\n```\n\n```ad-tip\ntitle: Hot\nFor hours.\n```',
    ['It burns.', 'For hours.'],
  ],
  [
    'shortcodes of Hugo',
    '{{< figure src="a.png" >}}\n\nIt {{< icon "x" >}} rises.\n\n{{% notice tip %}}\nFeed it.\n{{% /notice %}}',
    ['It … rises.', 'Feed it.'],
  ],
  ['shortcodes with words of their own', 'A {{< term text="starter" id="s" >}} rises.', ['A starter rises.']],
  ['values of templates', 'Ask {{ site.owner }} first.\n\n{{ content }}\n\n<% tp.file.cursor() %>', ['Ask … first.']],
  [
    'attribute lists',
    '# Oven {#oven .big}\n\n{: .lead }\n\nSee [it](a.md){target=_blank} now.\n{: #end}',
    ['# Oven', 'See [it](a.md) now.'],
  ],
  [
    'a shortcode that closes itself',
    '{{< code-toggle config=x />}}\n\nIt {{% so %}}rises{{% /so %}}.\n\n{{< code-toggle >}}\n{{ a }}\n{{< /code-toggle >}}',
    ['It rises.', '````', '{{ a }}', '````'],
  ],
  ['a shortcode over several lines', '{{< figure\n  src="a.png"\n>}}\n\nIt rises.', ['It rises.']],
  [
    'what a term means',
    'Poolish\n\n:   <!-- md:so --> Wet dough.\n\n    !!! tip\n        Cover it.',
    ['Poolish', 'Wet dough.', 'Cover it.'],
  ],
  ['what a term means, in kramdown', 'Poolish\n: {{< new />}}\n: Wet dough.\n', ['Poolish', '- Wet dough.']],
  ['a comment in what is set in', '!!! note\n\n    It burns. <!-- ask Ines -->', ['It burns. ']],
  [
    'an outline of Logseq',
    'icon:: x\n\n## Use\n\t- Light it.\n\t  id:: 12ab\n\t\t- #+BEGIN_TIP\n\t\t  Slowly.\n\t\t  #+END_TIP\n\t- See [it](((01234567-89ab-cdef-0123-456789abcdef))).',
    ['## Use', '- Light it.', '\t- Slowly.', '- See [it](#01234567-89ab-cdef-0123-456789abcdef).'],
  ],
  [
    'a query of Logseq',
    '- #+BEGIN_QUERY\n  {:title "a"}\n  #+END_QUERY\n- {{query (todo now)}}\n- It rises.',
    ['- It rises.'],
  ],
  [
    'fields',
    'status:: done\nFed by:: the night shift\n- id:: 12ab\n\nIt weighs [weight:: 5 kg] raw.',
    ['It weighs 5 kg raw.'],
  ],
  ['Dataview', '```dataview\nLIST\n```\n\nIt rises. ^dough-1', ['It rises.']],
  ['what a generator fills in', '[TOC]\n\n[[_TOC_]]\n\n*[HTML]: Hyper Text\n\nIt rises.', ['It rises.']],
])('What is no text is not said: %s', (_, text, left) => expect(said(text)).toEqual(left))

test.each([
  'Use `{{ name }}` and `%%so%%` here.',
  '```\n{{< x >}}\n%% a %%\n!!! note\n    b\n:::tip\nimport a from "b"\n```',
  '    {{ indented }}\n    key:: value\n',
  '$$\na %% b\n{{c}}\n$$\n\nSo $\\{a\\}$ and $x^{[n]}$.',
  'Call `std::vector` or Foo::bar; {name} is a place, {0} too, and 100%% is all.',
  'The ratio is 3::4, and (a) follows.',
  'Say {{</* figure */>}} to show it.',
  'Tom & {Jerry} #1',
])('Code, maths and plain words stay as written: %j', (text) => {
  expect(proseOf(text)).toBe(text)
  expect(shownOf(text)).toBe(text)
})

test('Preformatted text of HTML is code', () => {
  const lines = ['', '    if [[ $a &lt; b ]]; then {{ c }}', ''].map((line) => line.replace('&lt;', '<'))
  expect(shown('<pre><code class="sh">\nif [[ <b>$a</b> &lt; b ]]; then {{ c }}\n</code></pre>')).toEqual(lines)
  expect(said('<pre>a &amp;&amp; b</pre>')).toEqual(['    a && b'])
})

test('A highlight of a template language is code, and what is raw stays', () => {
  expect(shown('{{< highlight go >}}\na := {{ b }}\n{{< /highlight >}}')).toEqual(['````go', 'a := {{ b }}', '````'])
  expect(said('{% raw %}\nWrite {{ a }}.\n{% endraw %}')).toEqual(['Write {{ a }}.'])
  expect(said('{% code title="a.sh" %}\n```sh\nls {{ a }}\n```\n{% endcode %}')).toEqual(['```sh', 'ls {{ a }}', '```'])
})

test('Hints are shown as callouts, in lists, too', () => {
  expect(shown(':::danger[Hot]\nIt burns.\n:::')).toEqual(['> [!danger] Hot', '> It burns.', ''])
  expect(shown('1. Open.\n\n    !!! tip\n        Slowly.')).toEqual(['1. Open.', '', '    > [!tip]', '    > Slowly.'])
  expect(shown('{% hint style="warning" %}\nIt burns.\n{% endhint %}')).toEqual(['> [!warning]', '> It burns.', ''])
  expect(shown('=== "Gas"\n\n    Light it.')).toEqual(['> [!tab] Gas', '> ', '> Light it.'])
})

test('Fields are shown as a list, without those that a program keeps for itself; queries are not', () => {
  expect(shown('rating:: 5\n- **Fed by**:: the night shift\n\tid:: 12ab\nempty::')).toEqual([
    ...['- **rating:** 5', '- **Fed by:** the night shift', '', ''],
  ])
  expect(shown('```dataview\nLIST\n```')).toEqual(['', '', ''])
})

test('A reference to a page is a link to it', () => {
  expect(said('See [ovens]({{< relref "ovens.md" >}}) and [more]({% link _posts/more.md %}).')).toEqual([
    'See [ovens](ovens.md) and [more](_posts/more.md).',
  ])
})

test('A heading keeps its name where it is shown', () => {
  expect(shown('## Heat { #heat .big }')).toEqual(['## Heat {#heat}'])
})

const PIECES =
  '%%|<!--|-->|:::|:::note|:::note[|]|!!! note|??? x "y"|=== "z"|    |{% hint %}|{% endhint %}|{{< x >}}|{{<|>}}|{{ y }}|{#|#}|{/*|*/}|{: .a}|{#b}|key:: v|> |> [!note] a|- |# |```|```{note}|~~~|`|$$|$|<pre>|</pre>|<Tabs>|</Tabs>|<Card|/>|import a from "b"|export const a = {|{% raw %}|{% endraw %}|\\|((01234567-89ab-cdef-0123-456789abcdef))|[a::b]|#+BEGIN_NOTE|#+END_NOTE| ^a-1|[//]: # (a)|<%|%>|a word.'.split(
    '|',
  )

test('Every line of any text keeps its number', () => {
  const texts = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom('\n', '\n', '\n\n', ' ')), {
    maxLength: 30,
  })
  fc.assert(
    fc.property(texts, (pieces) => {
      const text = pieces.join('')
      const count = text.split('\n').length
      expect(proseOf(text).split('\n')).toHaveLength(count)
      expect(shownOf(text).split('\n')).toHaveLength(count)
    }),
    { numRuns: 3000, interruptAfterTimeLimit: 20_000 },
  )
})

test('Whatever is repeated is read in linear time', () => {
  // Quadratic time took minutes; the test's own limit would end it.
  for (const piece of PIECES) {
    for (const end of ['', '\n']) {
      const text = `${piece}${end}`.repeat(100_000 / (piece.length + 1))
      expect(proseOf(text).split('\n').length).toBe(text.split('\n').length)
    }
  }
  const nested: [string, string][] = [
    [':::note\n', ':::\n'],
    ['!!! note\n    ', ''],
    ['> [!note]\n> ', ''],
  ]
  for (const [open, close] of nested) proseOf(`${open.repeat(3000)}a\n${close.repeat(3000)}`)
})
