import { expect, test } from 'vitest'
import { htmlText } from './html-text.ts'

test('Headings in headings, which Markdown has not, are read as their words, however deep they are', () => {
  expect(htmlText('<h1>One<div><h2>two</h2></div>three</h1>').text.trim()).toMatch(/^# One\s+two\s+three$/)
  const deep = 60
  const html = `${'<h1>a<div><b>b</b><h2>'.repeat(deep)}end${'</h2></div></h1>'.repeat(deep)}`
  const { text } = htmlText(html)
  expect(text).toContain('end')
  expect(text.length).toBeLessThan(10 * html.length)
})

test('A table in a paragraph in a table, and so on, is read in time that grows with its length', () => {
  const html = `${'<p>a<table><tr><td>b<a href="https://a.example">c'.repeat(30)}end`
  expect(htmlText(html).text).toContain('end')
})

test('Elements that show nothing are left out, many or few', () => {
  const html = `<p>One${'<meta charset=x><link rel=y>'.repeat(3000)}<title>t</title><p>two`
  expect(htmlText(html)).toMatchObject({ title: 't', text: 'One\n\ntwo\n' })
})

test.each(['<b></b>', '<b><i></i></b> ', '<x-y></x-y>', '<span>\n</span>', '<a href="https://a.example"></a>'])(
  'Thousands of %j in a row show nothing, in time that grows with their number',
  (piece) => {
    expect(htmlText(`<p>One ${piece.repeat(20_000)}two</p>`).text).toBe('One two\n')
  },
)

test('What is empty and holds a place stays', () => {
  const table = '<table><tr><th>a<th></th><tr><td></td><td>b</table>'
  expect(htmlText(`${table}<p>One<br><br>two`).text).toMatch(/\| a \| +\|\n[^\n]+\n\| +\| b \|\n\nOne\\\n\\\ntwo/)
})

test('A tag that only begins like a template is read', () => {
  expect(htmlText('<p>One <template.x>two</template.x>').text).toBe('One two\n')
  expect(htmlText('<p>One <template>two</template>').text).toBe('One\n')
})

test('Exponents are told from digits, ordinal endings are not raised, and notes keep their number', () => {
  const html =
    '<p>10<sup>-9</sup> m<sup>2</sup>, x<sup>k+1</sup>, v<sub>max</sub>, 3<sup>rd</sup> time<sup><a href="#n">4</a></sup>'
  expect(htmlText(html).text).toBe('10⁻⁹ m², x^(k+1), v_max, 3rd time\\[4]\n')
})

test('MathML, KaTeX and a picture of an equation are TeX in their sentence', () => {
  const math = '<math><mfrac><mi>a</mi><mn>2</mn></mfrac></math>'
  const katex = `<span><span><math><semantics><mi>b</mi><annotation encoding="application/x-tex">b_1</annotation></semantics></math></span><span aria-hidden="true">b1</span></span>`
  const html = `<p>Of ${math}, ${katex} and <img class="latex" alt="c^2">; <img class="latex"> end.`
  expect(htmlText(html).text).toBe('Of $\\frac{a}{2}$, $b_1$ and $c^2$; (equation left out) end.\n')
})

test('Words that are not shown are not read, whatever hides them', () => {
  const hidden = [
    'style="display: none"',
    'style="color:red;visibility:hidden"',
    'hidden',
    'aria-hidden="true"',
    'class="x"',
    'style="font-size:0"',
    'style="color:#fff;background:white"',
  ]
  const html = `<style>.x{display:none} @media print{.y{display:none}}</style><p>a${hidden.map((one) => `<span ${one}>no</span>`).join('')}<span class="y">b</span><template>no</template><del>no</del>`
  expect(htmlText(html).text).toBe('ab\n')
})

test('A link to another page of an export is a link to its title; a page from an address has whole addresses', () => {
  const html =
    '<p><a href="Cold-store_98765.html">Cold store</a>, <a href="a/Old%20rules.html#x">the rules|then</a>, <a href="x.png">x</a>'
  expect(htmlText(html).text).toBe('[[Cold store]], [[Old rules|the rules then]], x\n')
  expect(htmlText('<a href="b.html">b</a>', 'https://example.org/a/').text).toBe('[b](https://example.org/a/b.html)\n')
})

test('Emphasis that Markdown could not mark is written without marks, and words stay whole', () => {
  const html =
    '<p><b>Careful </b>here. <i>Often,</i>not always. <b>「水」</b>を飲む。 a<b>b</b>c <b> </b><b>one</b><b>two</b>'
  expect(htmlText(html).text).toBe('**Careful** here. Often, not always. 「水」を飲む。 a**b**c **onetwo**\n')
})
