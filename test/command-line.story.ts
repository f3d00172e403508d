/** The command line with bad input, on its own and through a server. */
import { expect, test } from 'vitest'
import { commandLineOf, serverOf } from './command-line.ts'
import { openHouse } from './house.ts'

const bad: [words: string[], code: number, complaint: RegExp][] = [
  [['make-coffee'], 2, /^There is no command make-coffee\. .*help/],
  [['constructor'], 2, /^There is no command constructor\./],
  [['start-topic', '--title'], 1, /^title: It has no value\. /],
  [['start-topic', 'Cache'], 1, /^Cache: It is not an option\. /],
  [['start-topic'], 1, /^title: It is missing\. Send text\.\n$/],
  [['start-topic', '--title', '?!'], 1, /^title: It has no letter or digit\. /],
  [
    ['start-topic', '--colour', 'red', '--title', 'a'],
    1,
    /^colour: There is no such field\. The fields are title, area\.\n$/,
  ],
  [['start-topic', '--json', '{"title":'], 1, /^json: It is not one whole JSON object\. /],
  [['start-topic', '--json', '[]'], 1, /^json: It is not one whole JSON object\. /],
  [['start-topic', '--json', '{"title":"a\\u0000"}'], 1, /^title: .*U\+0000/],
  [['start-topic', '--json', '{"title":"a\\ud800"}'], 1, /^title: .*half of a pair/],
  [['start-topic', '--json', '{"title":"a","__proto__":{}}'], 1, /^__proto__: There is no such field\./],
  [['start-topic', '--title', 'a', '--space', 'nowhere'], 1, /^space: There is no such space here\. /],
  [['start-topic', '--title', 'a', '--key', ''], 1, /^key: /],
  [['import-source', '--name', '../x.md', '--text', 'x'], 1, /^name: It is not the name of a file below sources/],
  [['edit-page', '--topic', 'a', '--version', 'one', '--markdown', 'x'], 1, /^version: It is of the wrong kind\. /],
  [['backup'], 2, /^Say which file/],
  [['mcp', 'everything'], 2, /npx whorl mcp \[--space SLUG\]/],
]

test.each(['here', 'by a server'])('A command says what is wrong with what it is given, %s', async (where) => {
  const house = await openHouse()
  const whorl = commandLineOf(house, where === 'here' ? null : await serverOf(house))
  for (const [words, code, complaint] of bad) {
    const { code: ended, out, error } = await whorl(...words)
    expect({ words, code: ended, out, error }).toEqual({
      words,
      code,
      out: '',
      error: expect.stringMatching(complaint),
    })
  }
  const owner = await house.comes('Mara', 'owner')
  expect((await owner.does('list-topics', {})).topics).toEqual([])
})
