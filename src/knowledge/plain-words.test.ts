import { expect, test } from 'vitest'
import { plainWords } from './plain-words.ts'

test('Code, formulas and placeholders stay as they are written', () => {
  const each = {
    'Run `git config user.name <your-name>` first.': 'Run git config user.name <your-name> first.',
    'Connect as <user>@<host>, then **wait**.': 'Connect as <user>@<host>, then wait.',
    'Set `*` and `__init__` and `[[ -n "$a" ]]`.': 'Set * and __init__ and [[ -n "$a" ]].',
    'Set `` a`b `` and `x  y`.': 'Set a`b and x y.',
    'The sum $a_1 * b_2 * [[c]]$ is _small_.': 'The sum $a_1 * b_2 * [[c]]$ is small.',
    'Ask <YOUR NAME> or <address of the server>.': 'Ask <YOUR NAME> or <address of the server>.',
    'It is <b>bold</b><br> and <Tabs value="x">here</Tabs> <Note>so</Note>.': 'It is bold and here so.',
    'Write to <mara@example.org> or <https://example.org>.': 'Write to mara@example.org or https://example.org.',
    '<Tabs>': '',
    '5 < 6 and 7 > 6': '5 < 6 and 7 > 6',
    'An `open span and *stress*.': 'An open span and stress.',
    'Costs $5 and *then* $6.': 'Costs $5 and then $6.',
    '\ufde00\ufde1 `a`': '0 a',
  }
  for (const [written, plain] of Object.entries(each)) expect(plainWords(written)).toBe(plain)
})
