import { expect, test } from 'vitest'
import { isOfNotion, nameOfFile, wordsOfFileName } from './file-names.ts'

test.each([
  ['Bakery 0f3c9a1b2d4e5f60718293a4b5c6d7e8/Oven 1a2b3c4d5e6f708192a3b4c5d6e7f809.md', 'Oven'],
  ['Bakery 0f3c9a1b2d4e5f60718293a4b5c6d7e8/index.md', 'Bakery'],
  ['Tasks 1a2b3c4d5e6f708192a3b4c5d6e7f809_all.csv', 'Tasks'],
  ['content/ovens/_index.md', 'ovens'],
  ['ovens/README.md', 'ovens'],
  ['pages/bread___rye.md', 'bread/rye'],
  ['pages/bread%2Frye.md', 'bread/rye'],
  ['journals/2024_05_01.md', '2024-05-01'],
  ['Deck-oven_196610.html', 'Deck-oven'],
  ['Release 1.1.md', 'Release 1.1'],
  ['100%.md', '100%'],
  ['__init__.md', '__init__'],
])('The file %j is called %j', (path, name) => expect(nameOfFile(path)).toBe(name))

test.each([
  ['docs/02-deck-oven.md', 'deck oven'],
  ['_posts/2024-05-01-deck-oven.md', 'deck oven'],
  ['moving-house.html.md.erb', 'moving house'],
  ['journals/2024_05_01.md', '2024-05-01'],
  ['7-zip.md', 'zip'],
  ['2024.md', '2024'],
])('In words the file %j is %j', (path, words) => expect(wordsOfFileName(path)).toBe(words))

test('A file of Notion has an id of 32 digits', () => {
  expect(isOfNotion('Oven 1a2b3c4d5e6f708192a3b4c5d6e7f809.md')).toBe(true)
  expect(isOfNotion('Oven 1a2b3c4d.md')).toBe(false)
})
