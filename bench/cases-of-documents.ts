/** Situations in which a document says something else once it is read. */
import { type CaseFiles, expected, reads, type Situation } from './case-ground.ts'

const brought = async (files: CaseFiles, file: string) => (await files.space()).brought(file)

/** Ways in which a power may be written so that its digits are told from those before it. */
const SQUARED = /20 m(?:²|\^2|\^\{2\}|<sup>2)/
const MILLION = /10(?:⁶|\^6|\^\{6\}|<sup>6)/
const WATER = /H(?:₂|_2|_\{2\}|<sub>2)/

/** The situations of documents. */
export const casesOfDocuments: readonly Situation[] = [
  {
    name: 'word-document',
    expects: async (files) => {
      const { title, text } = await brought(files, 'dosing.docx')
      const rows = text.split('\n').filter((line) => line.startsWith('|'))
      const cells = (row?: string) =>
        row
          ?.split('|')
          .map((cell) => cell.trim())
          .slice(1, -1)
      return [
        expected('bring', 'the title is the document’s', title, 'Dosing handbook'),
        ...reads('bring', text, {
          has: ['The dose is 8 mg.', 'Moved here sentence.', 'New rule: 2 people.', 'never below 20 minutes'],
          not: ['58 mg', 'Moved away sentence', '106 germs', '20 m2', '&#x', 'is and never'],
        }),
        expected(
          'bring',
          'powers and indices',
          [SQUARED, MILLION, WATER].map((one) => one.test(text)),
          [true, true, true],
        ),
        expected('bring', 'struck words are struck or left out', /(?<!~~)Old rule: 3 people/.test(text), false),
        expected('bring', 'the equation is there, or said to be left out', /V.*Q|equation|formula/i.test(text), true),
        expected('bring', 'the note is there, and so is its place', /twice\s*(?:\\?\[\^?1|\(|<sup)/.test(text), true),
        expected('bring', 'merged cells keep their columns', cells(rows.at(-1))?.at(2), '9'),
        expected('bring', 'merged rows keep their columns', cells(rows.at(-2))?.slice(1), ['3', '4']),
      ]
    },
  },
  {
    name: 'confluence-html',
    expects: async (files) => {
      const space = await files.space()
      const { text } = await space.brought('conf.html')
      const plain = text.replace(/[*_]/g, '')
      const links = /\[\[?Night shift\]?\]?\(?/.test(text)
      return [
        ...reads('bring', plain, {
          has: ['Note the store is cold.', 'Always, check it.', 'Warning: do not enter alone.', 'How long it stays.'],
          not: ['secret', '106 per', '&#x', 'shiftand'],
        }),
        expected('bring', 'a power', MILLION.test(text), true),
        expected('bring', 'links between pages are kept, or said to be lost', links, true),
        expected(
          'bring',
          'the equation is there, or said to be left out',
          /E.*=.*m.*c|equation|formula/i.test(text),
          true,
        ),
        expected('search', 'each word is found', await eachFound(space, ['Note', 'Always', 'Warning']), [
          true,
          true,
          true,
        ]),
      ]
    },
  },
  {
    name: 'pdf, Japanese',
    folder: 'pdf',
    expects: async (files) =>
      reads('bring', (await brought(files, 'ja-ucs2.pdf')).text, {
        has: ['夜勤の引き継ぎは二十二時です。', '鍵は事務所に置きます。'],
      }),
  },
  {
    name: 'pdf, Chinese',
    folder: 'pdf',
    expects: async (files) => {
      const { text, said } = await brought(files, 'zh-gbk.pdf')
      return [
        expected('bring', 'Chinese is read', /\p{sc=Han}{6}/u.test(text), true),
        ...reads('bring', said, { not: ['pictures'] }),
      ]
    },
  },
  {
    name: 'pdf, columns',
    folder: 'pdf',
    expects: async (files) =>
      reads('bring', (await brought(files, 'columns-by-row.pdf')).text, {
        has: ['The valve is closed at ten each evening by the person', 'Alarms go to the guard who calls the engineer'],
        not: ['closed at Alarms'],
      }),
  },
  {
    name: 'pdf, a table',
    folder: 'pdf',
    expects: async (files) => {
      const { text } = await brought(files, 'table.pdf')
      const row = (first: string) =>
        text
          .split('\n')
          .find((line) => line.includes(first))
          ?.match(/\w+/g)
      return [
        expected(
          'bring',
          'rows stay rows',
          [row('North'), row('South')],
          [
            ['North', '1', '20'],
            ['South', '3', '40'],
          ],
        ),
      ]
    },
  },
  {
    name: 'old-encodings',
    expects: async (files) => {
      const space = await files.space()
      const read = async (file: string) => (await space.brought(file)).text
      return [
        ...reads('bring', await read('sjis.txt'), { has: ['夜勤の引き継ぎは二十二時です。'] }),
        ...reads('bring', await read('cp1251.txt'), { has: ['Ключ лежит в кабинете.'] }),
        ...reads('bring', await read('cp1252.txt'), { has: ['Der Schlüssel liegt im Büro.'] }),
        expected('search', 'Cyrillic is found', (await space.found('кабинете')).length, 1),
      ]
    },
  },
]

async function eachFound(space: { found(words: string): Promise<string[]> }, words: readonly string[]) {
  return Promise.all(words.map(async (one) => (await space.found(one)).length > 0))
}
