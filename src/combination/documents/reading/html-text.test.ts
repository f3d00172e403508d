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
