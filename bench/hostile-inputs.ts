/** Texts that are costly to read, from 100 kB to 2 MB: each is one small thing, many times or very long. */
import { dice } from './handbook-space.ts'

const [SMALL, MIDDLE, LARGE] = [100_000, 250_000, 1_900_000]

/** A hostile text, with a name that says what it is made of. */
export interface HostileInput {
  name: string
  text: string
}

/** So many characters of a piece, again and again; a function makes each piece from its number. */
function repeated(piece: string | ((n: number) => string), most = SMALL): string {
  const parts: string[] = []
  for (let [n, length] = [0, 0]; length < most; n++) {
    const part = typeof piece === 'string' ? piece : piece(n)
    parts.push(part)
    length += part.length
  }
  return parts.join('').slice(0, most)
}

/** The same sequence of made words in every run. */
function distinctWords(most: number): string {
  const below = dice(9)
  const syllables = ['ka', 'lo', 'mi', 'ter', 'ran', 'su', 'vel', 'qui', 'nor', 'pas', 'eth', 'ul']
  return repeated((n) => {
    const word = Array.from({ length: 4 }, () => syllables[below(syllables.length)]).join('')
    return `${word}${n.toString(36)}${n % 12 ? ' ' : '. '}`
  }, most)
}

/** What a parser of Markdown has to hold open, or to count. */
const pieces: Record<string, string> = {
  headings: '# a\n',
  'headings of two ranks': '# a\n\n## b\n\ntext of it.\n\n',
  'bracketed dots': '[…]',
  'references to themselves': '[a][a]',
  'blocks with an id': 'a ^b\n\n',
  'ids on lines': 'a ^b\n',
  callouts: '> [!note]\n> a\n\n',
  'nested callouts': '> [!note]- a\n>> [!tip] b\n>> c\n\n',
  instructions: '<?',
  declarations: '<!A ',
  'CDATA sections': '<![CDATA[',
  'open comments': '<!-- a ',
  'open tags': '<a ',
  'open tags with quotes': '<a b="c ',
  'HTML soup': '<b><i><table><td></b><p></i>',
  'HTML blocks': '<div>\n\na\n\n',
  footnotes: '[^a]: b\n\n',
  'footnote calls': '[^a] ',
  'inline notes': 'a^[b.md:1-2] ',
  'open brackets': '[',
  'open pictures': '![a',
  'closed brackets': ']',
  'nested brackets': '[a](',
  'open link titles': '[a](b "',
  'angle targets': '[a](<b',
  emphasis: '*a_',
  'emphasis by threes': '***a **b *c ',
  underlines: '_a __b ',
  strikes: '~~a ~b ',
  backticks: '`a``b```c',
  'growing backticks': '` `` ```',
  dollars: '$a $$b ',
  percents: '%%a %',
  entities: '&a&#1&#x',
  escapes: '\\*\\[\\',
  'hard breaks': 'a  \n',
  'trailing spaces': '          \na          ',
  tabs: '\t\t- a\n',
  'nested quotes': '> > > > > > > > a\n',
  'lazy quotes': '> a\nb\n',
  'nested lists': '- - - - - - a\n',
  'list items': '- a\n',
  tasks: '- [ ] a\n',
  'numbered items': '1) a\n',
  rules: '* * *\n',
  'setext lines': 'a\n=\n',
  'table rows': '| a | b |\n',
  'open fences': '```a\n',
  definitions: '[a]: b\n',
  'definitions of two lines': '[a]:\nb\n',
  'wiki links': '[[a]] ',
  'open wiki links': '[[a|',
  'embedded pages': '![[a#b]]\n',
  'bare addresses': 'www.a.b/(( ',
  'mail addresses': 'a.b@c.d-',
  'web addresses': 'http://a?b=&amp; ',
  autolinks: '<http://a',
  'carriage returns': 'a\r',
  'zero width': 'a\u200b\u200d\u2060',
  'combining marks': 'a\u0301\u0302\u0303\u0304',
  'right to left': '\u202eא\u202c ',
  'emoji joined': '👩\u200d👩\u200d👧\u200d👦',
  'Japanese without spaces': '障害のときはまず当番に電話します',
  'Thai without spaces': 'เมื่อเกิดปัญหาให้โทรหา',
  'Hangul parts': '\u1112\u1161\u11ab',
  'half endings': 'e.g. a. B. c… ',
  'stops and closers': 'a."”’)*_ ',
  'short lines': 'a\n',
  'lines of a chat': '[10:01] Ben: a?\n',
  'messages of a chat': '<@U1> :a: *b* ```c``` \n',
  commits: 'commit 0a1b2c\nAuthor: A <a@b>\n\n    a\n\n',
  questions: 'How do we a? ',
  'terms defined': '- **a b**: is what we call it when it is so and nobody else does it.\n',
}

/** What is costly by its length, or because each piece is another. */
const made: Record<string, () => string> = {
  'a word': () => 'a'.repeat(MIDDLE),
  'a word of accents': () => 'é'.repeat(MIDDLE),
  'a word with apostrophes': () => repeated("a'", MIDDLE),
  'a word with hyphens': () => repeated('a-', MIDDLE),
  'a number': () => '1'.repeat(MIDDLE),
  spaces: () => `a${' '.repeat(MIDDLE)}b`,
  'empty lines': () => `a${'\n'.repeat(MIDDLE)}b`,
  'one line of words': () => repeated((n) => `word${n % 97} `, MIDDLE),
  'distinct words': () => distinctWords(LARGE),
  'distinct headings': () => repeated((n) => `# Heading ${n}\n\nIt is ${n}.\n\n`, MIDDLE),
  'distinct headings in a source': () => repeated((n) => `## Heading ${n}\n\nIt is ${n} and so on.\n\n`, LARGE),
  'falling headings': () => repeated((n) => `${'#'.repeat(1 + (n % 6))} a${n}\n\nb\n\n`, MIDDLE),
  'distinct links': () => repeated((n) => `[[Page ${n}]] `, MIDDLE),
  'twelve thousand links': () => Array.from({ length: 12_000 }, (_, n) => `[[Topic number ${n}]]`).join('\n'),
  'distinct labels': () => repeated((n) => `[[Page ${n}#Heading ${n}|label ${n}]]\n`, MIDDLE),
  'distinct citations': () => repeated((n) => `It is so. ^[source-${n}.md:${n}-${n + 2}]\n\n`, MIDDLE),
  'citations of one source': () => repeated((n) => `a ^[source.md:${n}]\n`, MIDDLE),
  'entries of one citation': () => `a ^[${repeated((n) => `s${n}.md:${n}, `, MIDDLE)}]`,
  'distinct ids': () => repeated((n) => `a ^id${n}\n\n`, MIDDLE),
  'distinct footnotes': () => repeated((n) => `a[^${n}]\n\n[^${n}]: b\n\n`, MIDDLE),
  'footnotes behind their calls': () => `${repeated((n) => `a[^${n}] `)}\n\n${repeated((n) => `[^${n}]: b\n\n`)}`,
  'distinct definitions': () => `${repeated((n) => `[l${n}]: b\n`)}\n${repeated((n) => `[a][l${n}] `)}`,
  'distinct terms': () =>
    repeated((n) => `**Term ${n}** is a thing that people say of it ${n} times a day.\n\n`, MIDDLE),
  'sentences of one start': () => repeated((n) => `The cache is purged by hand ${n} times. `, LARGE),
  'paragraphs alike': () => repeated((n) => `The cache is purged by Ben, and then by Mara, ${n % 7}.\n\n`, MIDDLE),
  'a table of columns': () => `${repeated('|a')}|\n${repeated('|-')}|\n`,
  'a table of rows': () => `|a|b|\n|-|-|\n${repeated('|c|d|\n', MIDDLE)}`,
  'nested quotes deep': () => `${'>'.repeat(SMALL)} a`,
  'nested lists deep': () => repeated((n) => `${'  '.repeat(n % 300)}- a\n`, MIDDLE),
  'nested tags deep': () => repeated('<div>', MIDDLE),
  'nested JSON': () => '{"a":'.repeat(SMALL / 5),
  'a fence never closed': () => `\`\`\`\n${repeated('a `` b\n', MIDDLE)}`,
  'a name of aliases': () => `---\ntitle: A\naliases: [${repeated((n) => `name ${n}, `)}]\n---\na\n`,
  'front matter of anchors': () =>
    `---\ntitle: A\na: &a [b]\n${repeated((n) => `a${n}: &a${n} [*a, *a, *a, *a]\n`, 28_000)}---\na\n`,
  'front matter nested': () => `---\ntitle: A\na: ${'['.repeat(14_000)}${']'.repeat(14_000)}\n---\na\n`,
  'front matter of lines': () => `---\ntitle: A\n${repeated((n) => `a${n}: b\n`)}---\na\n`,
  'front matter without an end': () => `---\n${repeated('a: b\n', MIDDLE)}`,
  'front matter of blanks': () => `---\ntitle: A\n${repeated(' \n')}---\na\n`,
  'a title of a line': () => `---\ntitle: ${'A'.repeat(SMALL)}\n---\na\n`,
}

/** All hostile texts, mixed, so that a run that is cut short has some of each kind. */
export const hostileInputs: readonly HostileInput[] = mixed([
  ...Object.entries(pieces).map(([name, piece]) => ({ name, text: repeated(piece) })),
  ...Object.entries(pieces)
    .filter((_, n) => n % 9 === 0)
    .map(([name, piece]) => ({ name: `${name}, long`, text: repeated(piece, MIDDLE) })),
  ...Object.entries(made).map(([name, make]) => ({ name, text: make() })),
  ...generated(24),
])

/** In an order by chance, the same in every run. */
function mixed(inputs: readonly HostileInput[]): HostileInput[] {
  const below = dice(4)
  const order = inputs.map((input) => ({ input, at: below(1_000_000) }))
  return order.sort((one, other) => one.at - other.at).map(({ input }) => input)
}

/** Texts of a few pieces in an order by chance: what nobody thought of. */
function generated(many: number): HostileInput[] {
  const below = dice(20261201)
  const all = Object.values(pieces)
  return Array.from({ length: many }, (_, n) => {
    const some = Array.from({ length: 2 + below(3) }, () => all[below(all.length)] ?? '')
    const most = [SMALL, 300_000, MIDDLE][n % 3]
    return { name: `generated ${n}: ${JSON.stringify(some.join(''))}`, text: repeated(some.join(''), most) }
  })
}

/** Bodies of requests that are costly before an act is known: each is JSON, or nearly. */
export const hostileBodies: readonly HostileInput[] = [
  { name: 'JSON of 400,000 keys', text: `{${Array.from({ length: 400_000 }, (_, n) => `"k${n}":1`).join(',')}}` },
  { name: 'JSON of one key again', text: `{${repeated('"a":1,', LARGE)}"a":1}` },
  { name: 'JSON of a long list', text: `{"words":[${'1,'.repeat(LARGE / 2)}1]}` },
  { name: 'JSON of lists in lists', text: `{"words":${'['.repeat(LARGE / 2)}${']'.repeat(LARGE / 2)}}` },
  { name: 'JSON of objects in objects', text: `${'{"words":'.repeat(100_000)}1${'}'.repeat(100_000)}` },
  { name: 'JSON of empty objects', text: `{"words":[${'{},'.repeat(LARGE / 3)}{}]}` },
  { name: 'JSON of escapes', text: `{"words":"${'\\u00e9'.repeat(LARGE / 6)}"}` },
  { name: 'JSON of a number', text: `{"words":${'1'.repeat(LARGE)}}` },
  { name: 'JSON of many texts', text: `{"words":[${'"abc",'.repeat(LARGE / 6)}""]}` },
  { name: 'JSON that breaks off', text: `{"words":"${'a'.repeat(LARGE)}` },
  { name: 'a body of 8 MB', text: `{"words":"${'a'.repeat(7_900_000)}"}` },
  { name: 'a body of blanks', text: `${' '.repeat(7_000_000)}{}` },
]
