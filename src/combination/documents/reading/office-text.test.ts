import { expect, test } from 'vitest'
import { docxOf, pptxOf, slideShape, wordParagraph, xlsxOf } from '../../../../test/documents.ts'
import { kindOf } from './kind-of.ts'
import { readAs } from './read-as.ts'

async function textOf(bytes: Uint8Array) {
  const kind = kindOf('x', bytes)
  if ('fault' in kind || kind.kind === 'text') return 'fault' in kind ? kind.fault : ''
  const outcome = await readAs({ kind: kind.kind, bytes, charset: null })
  return 'read' in outcome ? outcome.read.text : outcome.fault
}

const run = (words: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`
const styled = (...styles: string[]) => [
  { name: 'word/styles.xml', text: `<w:styles xmlns:w="w">${styles.join('')}</w:styles>` },
]

test('Exponents and indices of a Word document are told from the digits before them, also by a style', async () => {
  const up = '<w:vertAlign w:val="superscript"/>'
  const body = paragraph(
    run('3 m'),
    run('3', up),
    run(' hold 10'),
    run('9', up),
    run(' of N'),
    run('2', '<w:vertAlign w:val="subscript"/>'),
  )
  const byStyle = paragraph(run('2'), run('8', '<w:rStyle w:val="Hoch"/>'))
  const more = styled(
    `<w:style w:type="character" w:styleId="Hoch"><w:name w:val="Hoch"/><w:rPr>${up}</w:rPr></w:style>`,
  )
  expect(await textOf(docxOf(body + byStyle, '', more))).toBe('3 m³ hold 10⁹ of N₂\n\n2⁸\n')
})

test('An equation of a Word document is TeX in its sentence, and one that is an object is said to be left out', async () => {
  const r = (words: string) => `<m:r><m:t>${words}</m:t></m:r>`
  const root = `<m:rad><m:radPr><m:degHide m:val="1"/></m:radPr><m:deg/><m:e><m:sSup><m:e>${r('x')}</m:e><m:sup>${r('2')}</m:sup></m:sSup></m:e></m:rad>`
  const body = `<w:p xmlns:m="m" xmlns:o="o">${run('Here ')}<m:oMath>${r('y=')}${root}</m:oMath>${run(' and ')}<w:r><w:object><o:OLEObject ProgID="Equation.3"/></w:object></w:r>${run(' end.')}</w:p>`
  expect(await textOf(docxOf(body))).toBe('Here $y=\\sqrt{x^2}$ and (equation left out) end.\n')
})

test('Styles say what is a title and a heading, in other languages, by what they are based on and by outline', async () => {
  const style = (id: string, name: string, more = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
  const styles = styled(
    style('a1', 'Title'),
    style('a2', '見出し 2'),
    style('own', 'House head', '<w:basedOn w:val="a2"/>'),
    style('lvl', 'Chapter', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
  )
  const body = ['a1', 'a2', 'own', 'lvl', ''].map((id) => wordParagraph(`Of ${id || 'none'}`, id)).join('')
  expect(await textOf(docxOf(body, '', styles))).toBe('# Of a1\n\n## Of a2\n\n## Of own\n\n### Of lvl\n\nOf none\n')
})

test('Hidden and struck words, deletions and the place that a text was moved from are not read', async () => {
  const hiding = styled(
    '<w:style w:type="character" w:styleId="H"><w:name w:val="H"/><w:rPr><w:vanish/></w:rPr></w:style>',
  )
  const body = paragraph(
    run('Seen. '),
    run('One. ', '<w:vanish/>'),
    run('Two. ', '<w:rStyle w:val="H"/>'),
    run('Three. ', '<w:strike/>'),
    run('Kept. ', '<w:vanish w:val="0"/>'),
    `<w:moveFrom>${run('Four. ')}</w:moveFrom><w:del><w:r><w:delText>Five. </w:delText></w:r></w:del>`,
    `<w:ins>${run('Added. ')}</w:ins><w:moveTo>${run('Moved.')}</w:moveTo>`,
  )
  expect(await textOf(docxOf(body, '', hiding))).toBe('Seen. Kept. Added. Moved.\n')
})

test('Bold that ends in a space or a sign breaks no word beside it', async () => {
  const bold = '<w:b/>'
  const body = paragraph(
    run('Always ', bold),
    run('close it. '),
    run('Careful:', bold),
    run('it is hot, '),
    run('“very”', bold),
    run('so.'),
  )
  expect(await textOf(docxOf(body))).toBe('**Always** close it. Careful: it is hot, “very”so.\n')
})

test('A sheet is a table under its name, with its days; hidden sheets, rows and columns are left out', async () => {
  const strings = [
    '<t>Room</t>',
    '<t>Since</t>',
    '<r><t>10</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>6</t></r><rPh sb="0" eb="1"><t>ルーム</t></rPh>',
  ]
  const rows =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>secret</t></is></c></row>' +
    '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2" s="1"><v>45413</v></c></row>' +
    '<row r="3" hidden="1"><c r="A3" t="str"><v>gone</v></c></row>' +
    '<row r="4"><c r="A4" t="str"><f>B2</f><v>a|b</v></c><c r="B4" s="2"><v>0.07</v></c></row>' +
    '<row r="9"><c r="A9"><v>0.30000000000000004</v></c></row>'
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs>'
  const before = '<cols><col min="3" max="3" hidden="1"/></cols>'
  const text = await textOf(
    xlsxOf(
      [
        { name: 'Rooms', rows, before },
        { name: 'Old', rows, state: 'hidden' },
      ],
      strings,
      styles,
    ),
  )
  expect(text).toBe('# Rooms\n\n| Room | Since |\n| - | - |\n| 10⁶ | 2024-05-01 |\n| a\\|b | 7% |\n\n0.3\n')
})

test('A sheet that says it has a cell in its last row and column is as large as what is in it', async () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
  expect((await textOf(xlsxOf([{ name: 'S', rows }]))).length).toBeLessThan(100)
})

test('Each slide is a section and a page, with its list, table and notes; a hidden one is left out', async () => {
  const cell = (words: string) => `<a:tc><a:txBody><a:p><a:r><a:t>${words}</a:t></a:r></a:p></a:txBody></a:tc>`
  const table = `<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr>${cell('Who')}${cell('When')}</a:tr><a:tr>${cell('Jun')}${cell('Night')}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
  const pptx = pptxOf([
    { shapes: slideShape('On call', 'ctrTitle') + slideShape('3', 'sldNum') },
    {
      shapes: slideShape('Rules', 'title') + slideShape('Ask Jun|Then close', 'body') + table,
      notes: 'Say it slowly.',
    },
    { shapes: slideShape('Draft', 'title'), show: '0' },
  ])
  const outcome = await readAs({ kind: 'pptx', bytes: pptx, charset: null })
  expect(kindOf('x.pptx', pptx)).toEqual({ kind: 'pptx' })
  expect(outcome).toEqual({
    read: {
      title: 'On call',
      text: '# On call\n\n# Rules\n\n- Ask Jun\n- Then close\n\n| Who | When |\n| - | - |\n| Jun | Night |\n\nNotes: Say it slowly.\n',
      pages: [1, 3, 14],
    },
  })
})
