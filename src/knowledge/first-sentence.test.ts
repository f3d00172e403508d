import { expect, test } from 'vitest'
import { firstSentence } from './first-sentence.ts'

test('The first sentence of a page is read as words, without what cites or leads elsewhere', () => {
  const html =
    '<h2>What it is</h2><p></p><p>A <a data-target="purge">purge</a> empties R&#x26;D&rsquo;s cache <a data-cite="0"></a>. It takes long.</p>'
  expect(firstSentence(html)).toBe('A purge empties R&D&rsquo;s cache.')
  expect(firstSentence('<p>全体を説明します。次の文です。</p>')).toBe('全体を説明します。')
})

test('One that is cut off or too long ends with an ellipsis, and a page without a paragraph has none', () => {
  expect(firstSentence(`<p>${'word '.repeat(100)}<a hre`)).toMatch(/^word .*word…$/)
  expect(firstSentence('<ul><li>one</li></ul>')).toBeNull()
})
