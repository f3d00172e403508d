import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exactName, wordsOfName } from './names.ts'

test('Names are compared composed, in lower case, with single spaces, and with all their signs', () => {
  expect(exactName(' Cafe\u0301  Dienst ')).toBe('café dienst')
  for (const [one, other] of [
    ['C', 'C++'],
    ['Release 1.1', 'Release 11'],
    ['AT&T', 'ATT'],
    ['10:30', '1030'],
  ] as const)
    expect(exactName(one)).not.toBe(exactName(other))
})

test.each([
  ['Cache purge', 'cache purge'],
  ['cache-purge', 'cache-purge'],
  ['Überlauf: was tun?', 'überlauf was tun'],
  ['“Why” – and how (soon)', 'why and how soon'],
  ['It’s done.', 'its done'],
  ['C#', null],
  ['C++', null],
  ['.NET', null],
  ['Node.js', null],
  ['AT&T', null],
  ['R & D', null],
  ['1.10', null],
  ['10:30', null],
  ['a/b', null],
  ['?', null],
])('The words of %j are %j', (name, words) => {
  expect(wordsOfName(name)).toBe(words)
})

test('Punctuation around words tells nothing, and a sign in them tells all', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,6}$/)
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 5 }),
      fc.constantFrom('+', '#', '&', '@', '/'),
      (all, sign) => {
        const name = all.join(' ')
        expect(wordsOfName(`(${name})?!`)).toBe(name)
        expect(wordsOfName(name + sign)).toBeNull()
      },
    ),
  )
})
