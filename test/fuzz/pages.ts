/** The readers of a page: front matter, blocks, links, citations. */
import { Refusal } from '../../src/ba/index.ts'
import { changesBetween } from '../../src/combination/documents/markdown/changes.ts'
import { mergeBlocks, blocksIn as sidedBlocks } from '../../src/combination/documents/markdown/merge-blocks.ts'
import { readPageText, writePageText } from '../../src/combination/documents/markdown/page-text.ts'
import { parseDocument } from '../../src/combination/documents/sources/read-document.ts'
import { mergeEdits } from '../../src/combination/pages/merge-edits.ts'
import { mergeSides } from '../../src/combination/vault/merge-sides.ts'
import { parsePage } from '../../src/combination/vault/parse-page.ts'
import { readPlainly } from '../../src/text/front/front-fields.ts'
import {
  type Block,
  blocksIn,
  citedIn,
  endOfFront,
  entryWritten,
  frontChunks,
  headingsIn,
  leavesByLine,
  linesOfFront,
  listField,
  markdownLinks,
  plainField,
  readCitations,
  readFields,
  readLink,
  scanMarks,
  sentencesIn,
  setDate,
  silentIn,
  splitFront,
  textField,
  wordsOf,
} from '../../src/text/index.ts'
import { type Fuzzed, holds, type Outcome, same, written } from './law.ts'
import { mutatedText } from './mutated-text.ts'

const fronts = [
  '---\ntitle: Cache purge\nsummary: What to do.\ntags: [edge, cache]\naliases:\n  - Purge\n  - "The purge"\nupdatedAt: "2026-05-01"\n---\n\nA body.\n',
  "---\ntitle: 'It''s: \"so\"'\nnested: {a: [1, {b: c}], d: null}\nblock: |\n  one\n  two\nfolded: >-\n  three\n  four\nanchor: &a [x]\nalias: *a\n---\nBody.\n",
  '+++\ntitle = "Cache purge"\ndate = 2026-05-01T10:00:00Z\ntags = ["a", "b"]\n[more]\nn = 1.5\n[[list]]\nx = { y = "z" }\n+++\nBody.\n',
  '{\n  "title": "Cache purge",\n  "tags": ["a", {"b": null}],\n  "n": 1e3\n}\nBody.\n',
  '\uFEFF---\r\ntitle: X\r\nkind: concept\r\n...\r\nBody\r\n',
]
const frontTokens = [
  '---\n',
  '...\n',
  '+++\n',
  '{',
  '}',
  '[',
  ']',
  ': ',
  ':',
  '- ',
  '? ',
  '"',
  "'",
  '\\',
  '&a ',
  '*a',
  '!!',
  '!!binary ',
  '!!set ',
  '!<',
  '|',
  '>',
  '|+2\n',
  '%',
  '@',
  '`',
  '#',
  ' #',
  ', ',
  '~',
  '<<: ',
  '\t',
  '\n',
  '\r\n',
  '  ',
  'title: ',
  'aliases: ',
  '__proto__: ',
  'constructor: ',
  '"__proto__": ',
  'toString: x\n',
  '0x1F',
  '1e999',
  '-.inf',
  '.nan',
  '9007199254740993',
  '= ',
  '[[',
  ']]',
  '"""',
  "'''",
  '2026-02-30',
  '1979-05-27T07:32:00',
  'null',
  'true',
  '\\u0000',
  '\\ud800',
  '\uFEFF',
]

const pages = [
  '# Cache purge\n\nA purge takes **ten** minutes ^[notes.md:3-5, 9]. See [[Edge|the edge]] and ![[plan.png|200]].\n\n- one\n- two\n  1. three\n\n> quoted\n> still\n\n```js\ncode [[no]]\n```\n\n| a | b |\n|---|:-:|\n| 1 | [[x\\|y]] |\n',
  'Setext\n===\n\nText with `code` and $math$ and $$\nmore\n$$ %% hidden [[c]] %%.\n\n<!-- comment -->\n<div>\nhtml [[h]]\n</div>\n\n[ref]: ./a.md "title"\n[^1]: A note [link](../b.md#x) ^block\n\nUse [ref] and [^1] and <https://a.example>.\n\n***\n\n    indented\n',
  '> [!warning] Look\n> Text ^[a b.md#L3-L9].\n\n1. a\n\n   b\n2. c\n\n- [ ] task\n- [x] done\n\n~~~\nopen\n~~~\n\nSee [[Page#Heading]], [[#here]], [[Page^block]], [[a.md]] and [x](<b c.md>).\n',
  '---\ntitle: A\n---\n## One\n\nThe oven is hot. Dr. Lee said so. “Is it?” Yes!\n\n## Two ##\n\n知識は力。本当か？はい。\n\n==Marked== words ~~gone~~ _soft_ *a*b**c**.\n',
]
const pageTokens = [
  '\n',
  '\n\n',
  '\r',
  '\r\n',
  '# ',
  '###### ',
  '\n===\n',
  '\n---\n',
  '> ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '999999999. ',
  '1) ',
  '```',
  '~~~',
  '````md\n',
  '    ',
  '\t',
  '|',
  '|---|\n',
  '\\|',
  ':-:',
  '<div>',
  '</div>',
  '<!--',
  '-->',
  '<?',
  '?>',
  '<![CDATA[',
  ']]>',
  '<script>',
  '<pre>',
  '<a',
  '[',
  ']',
  '[[',
  ']]',
  '![[',
  '^[',
  '^a',
  '](',
  ')',
  '<',
  '>',
  '[^1]',
  '[^1]: ',
  '[a]: ',
  '[a]',
  '![',
  '*',
  '**',
  '_',
  '__',
  '~~',
  '==',
  '`',
  '``',
  '$',
  '$$',
  '%%',
  '\\',
  '\\\\',
  '&amp;',
  '&#0;',
  '&#x110000;',
  ':3-5',
  '#L3-L9',
  ', ',
  ':99999999999999999999',
  `:${'9'.repeat(400)}`,
  '#',
  '^',
  '^block',
  '.md',
  '?',
  '!',
  '。',
  '知',
  '👍',
  'https://a.example/',
  'www.a.example',
  'a@b.example',
  '[!note]',
  '{#id}',
  '[x] ',
  '<<<<<<<',
  '__proto__',
  'constructor',
]

const texts = (seeds: readonly string[], tokens: readonly string[]) => (chance: Parameters<Fuzzed['make']>[0]) =>
  mutatedText(chance, seeds, tokens)

/** Front matter in its three forms: splitting, reading, setting fields. */
export const front: Fuzzed = {
  name: 'front matter',
  make: texts([...fronts, ...pages], [...frontTokens, ...frontTokens, ...pageTokens]),
  read(text): Outcome {
    const { open, front, close, body, form } = splitFront(text)
    same(open + front + close + body, text, 'the parts of a text join to it')
    holds(endOfFront(text) <= text.length && linesOfFront(text) <= text.split('\n').length, 'front matter is inside')
    same(
      frontChunks(front)
        .map((chunk) => chunk.text)
        .join(''),
      front,
      'chunks join to the front matter',
    )
    plainField(text, 'title')
    const { fields, fault } = readFields(front, form)
    const plainly = form === 'yaml' ? readPlainly(front) : null
    if (plainly) same([...plainly], [...fields], 'plain front matter is read as YAML reads it')
    return fault ? refusing(text) : setting(text)
  },
}

function refusing(text: string): Outcome {
  try {
    readPageText(text)
  } catch (error) {
    if (error instanceof Refusal) return 'refused'
    throw error
  }
  return 'read'
}

function setting(text: string): Outcome {
  same(writePageText(readPageText(text)), text, 'a page that is written again has the same bytes')
  const page = readPageText(text)
  const before = new Map(page.front.names().map((name) => [name, written(page.front.get(name))]))
  for (const name of ['title', 'summary']) textField(page.front, name)
  listField(page.front, 'aliases')
  page.front.set('title', 'A new one: "so"')
  setDate(page.front, 'updatedAt', '2026-12-01')
  const again = readPageText(writePageText(page))
  same(again.front.get('title'), 'A new one: "so"', 'a field that is set is read again')
  same(again.front.get('updatedAt'), '2026-12-01', 'a date that is set is read again')
  for (const [name, value] of before)
    if (name !== 'title' && name !== 'updatedAt') same(written(again.front.get(name)), value, `${name} stays`)
  holds(again.body.endsWith(page.body), 'setting a field leaves the body', again.body, page.body)
  page.front.drop('summary')
  readPageText(writePageText(page))
  return 'read'
}

/** Blocks and what is built on them: leaves, headings, sentences, three-way merges, differences. */
export const blocks: Fuzzed = {
  name: 'blocks',
  make: texts(pages, pageTokens),
  read(text) {
    const lines = text.split(/\r\n?|\n/).length
    const found = blocksIn(text)
    let before: Block | undefined
    for (const block of found) {
      holds(0 <= block.at && block.at <= block.end && block.end <= text.length, 'a block is inside its text', block)
      holds(1 <= block.from && block.from <= block.to && block.to <= lines, 'its lines are lines of the text', block)
      holds(!before || block.from >= before.from, 'blocks stand in order', before, block)
      holds(block.depth <= (before ? before.depth + 1 : 0), 'a block is in the one before it, or beside', before, block)
      before = block
    }
    for (const { at, words } of headingsIn(text))
      holds(at <= text.length && !words.includes('\n'), 'a heading is a line')
    const rows = text.split('\n')
    same(leavesByLine(rows).length, rows.length, 'there is a leaf or none for each line')
    for (const { text: words, at } of sentencesIn(text))
      same(text.slice(at, at + words.length), words, 'a sentence stands where it says')
    if (text.length % 3 === 0) sided(text)
    return 'read'
  },
}

function sided(text: string): void {
  const { above, blocks } = sidedBlocks(text)
  same(above + blocks.map(({ written, after }) => written + after).join(''), text, 'blocks join to the text')
  const half = `${text.slice(0, text.length >> 1)}\n\nNew words.\n`
  same(mergeSides(text, text, half), half, 'a change of one side is taken')
  same(mergeSides(text, half, text), half, 'a change of the other side is taken')
  mergeSides(text, half, `${text}\n\nMore.\n`)
  const parts = mergeEdits(text, half, text)
  holds(
    parts.every((part) => part.kind !== 'both' || part.theirs !== null),
    'a conflict has both sides',
  )
  mergeBlocks(text, half, text)
  const changes = changesBetween(text, half)
  holds(
    changes.every(({ kind, spans }) => kind !== 'same' || spans.length === 1),
    'what is the same is one span',
  )
}

/** Wiki links and links between documents. */
export const links: Fuzzed = {
  name: 'links',
  make: texts(pages, pageTokens),
  read(text) {
    const lines = text.split('\n').length
    for (const { target, at, line } of markdownLinks(text)) {
      same(text.slice(at, at + target.length), target, 'a link stands where it says')
      holds(target !== '' && line >= 1, 'a link has a target and a line', target, line)
    }
    for (const { at, line, target, place } of scanMarks(text).links) {
      holds(text.startsWith('[[', at) || text.startsWith('![[', at), 'a wiki link stands where it says', at)
      holds(line >= 1 && line <= lines, 'its line is one of the text', line)
      holds(target !== '' || place !== null, 'it leads somewhere')
    }
    let last = 0
    for (const [from, to] of silentIn(text)) {
      holds(last <= from && from < to && to <= text.length, 'silent ranges stand in order', from, to)
      last = to
    }
    const link = readLink(text.slice(0, 200))
    if (link) wordsOf(link)
    const { page } = parsePage('a/b.md', text)
    holds(
      page.marks.links.every(({ at }) => at >= 0 && at < text.length),
      'a link of a page is inside its text',
    )
    for (const ending of ['md', 'mdx', 'html', 'md.erb', 'txt']) {
      const read = parseDocument(`a.${ending}`, text)
      same(read.lines.length, text.replace(/\r\n?/g, '\n').split('\n').length, `lines of .${ending} keep their numbers`)
    }
    return 'read'
  },
}

/** Citations. */
export const citations: Fuzzed = {
  name: 'citations',
  make: texts(pages, [...pageTokens, '^[', ']', ':', '-', ',', '#L', '\\', '`', '&', ':0', ':7-3']),
  read(text) {
    for (const { at, entries } of scanMarks(text).citations) {
      holds(text.startsWith('^[', at), 'a citation stands where it says', at)
      holds(
        entries.every(({ name }) => name !== ''),
        'an entry has a name',
      )
    }
    for (const entry of citedIn(text)) {
      const [from, to] = [entry.from_line ?? 0, entry.to_line ?? 0]
      holds(Number.isSafeInteger(from) && from <= MOST_INTEGER && to <= MOST_INTEGER, 'a line fits its column', entry)
      for (const hash of [false, true])
        if (to >= from)
          same(readCitations(entryWritten(entry, hash)), [entry], 'an entry that is written is read again')
    }
    return 'read'
  },
}

/** What an integer of PostgreSQL holds. */
const MOST_INTEGER = 2 ** 31 - 1
