/** PDF and Word documents made by hand, valid or hostile. */
import { type ZipEntry, zipOf } from './zips.ts'

/** A PDF of pages, each a list of lines; a page without lines is like a scanned picture. */
export function pdfOf(pages: readonly (readonly string[])[], title?: string): Buffer<ArrayBuffer> {
  const streams = pages.map((lines) => {
    const words = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj 0 -14 Td`).join('\n')
    return `BT /F1 11 Tf 72 720 Td\n${words}\nET`
  })
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, n) => `${4 + n * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...streams.flatMap((stream, n) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + n * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    ]),
    `<< ${title ? `/Title (${title})` : ''} >>`,
  ]
  let pdf = '%PDF-1.4\n'
  const places = objects.map((object, n) => {
    const at = pdf.length
    pdf += `${n + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const at = pdf.length
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.from(pdf, 'latin1')
}

/** A PDF whose only page is a picture. */
export const scannedPdf = (): Buffer<ArrayBuffer> =>
  Buffer.from(
    pdfOf([['a']])
      .toString('latin1')
      .replace('(a) Tj', 'BI /W 1 /H 1 /BPC 8 /CS /G ID a EI'),
    'latin1',
  )

const TYPES = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
const RELATIONS = `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`

/** A Word document with this body XML, a prologue (`before`) and further zip entries (`more`). */
export function docxOf(body: string, before = '', more: ZipEntry[] = []): Uint8Array {
  const xml = `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  return zipOf([
    { name: '[Content_Types].xml', text: TYPES },
    { name: '_rels/.rels', text: RELATIONS },
    { name: 'word/document.xml', text: xml },
    ...more,
  ])
}

/** A paragraph of a Word document. */
export const wordParagraph = (words: string, style = '') =>
  `<w:p>${style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : ''}<w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
const relations = (...all: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** A sheet of an Excel workbook: its name, state, and the XML of its rows. */
export interface SheetOf {
  name: string
  rows: string
  state?: string
  before?: string
}

/** An Excel workbook of these sheets, shared strings and style XML. */
export const xlsxOf = (sheets: readonly SheetOf[], strings: readonly string[] = [], styles = ''): Uint8Array =>
  zipOf([
    {
      name: 'xl/workbook.xml',
      text: `<workbook ${R}><sheets>${sheets.map(({ name, state }, n) => `<sheet name="${name}" sheetId="${n + 1}" r:id="r${n}"${state ? ` state="${state}"` : ''}/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: relations(...sheets.map((_, n) => relation(`r${n}`, 'worksheet', `worksheets/s${n}.xml`))),
    },
    { name: 'xl/sharedStrings.xml', text: `<sst>${strings.map((one) => `<si>${one}</si>`).join('')}</sst>` },
    { name: 'xl/styles.xml', text: `<styleSheet>${styles}</styleSheet>` },
    ...sheets.map(({ rows, before = '' }, n) => ({
      name: `xl/worksheets/s${n}.xml`,
      text: `<worksheet>${before}<sheetData>${rows}</sheetData></worksheet>`,
    })),
  ])

/** A PowerPoint presentation of slides, each the XML of its shapes, with the speaker's notes of some. */
export const pptxOf = (slides: readonly { shapes: string; notes?: string; show?: string }[]): Uint8Array =>
  zipOf([
    {
      name: 'ppt/presentation.xml',
      text: `<p:presentation xmlns:p="p" ${R}><p:sldIdLst>${slides.map((_, n) => `<p:sldId id="${256 + n}" r:id="r${n}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    },
    {
      name: 'ppt/_rels/presentation.xml.rels',
      text: relations(...slides.map((_, n) => relation(`r${n}`, 'slide', `slides/slide${n}.xml`))),
    },
    ...slides.flatMap(({ shapes, notes, show = '1' }, n) => [
      {
        name: `ppt/slides/slide${n}.xml`,
        text: `<p:sld xmlns:p="p" xmlns:a="a" show="${show}"><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`,
      },
      ...(notes === undefined
        ? []
        : [
            {
              name: `ppt/slides/_rels/slide${n}.xml.rels`,
              text: relations(relation('n', 'notesSlide', `../notesSlides/n${n}.xml`)),
            },
            {
              name: `ppt/notesSlides/n${n}.xml`,
              text: `<p:notes xmlns:p="p" xmlns:a="a"><p:cSld><p:spTree>${slideShape(notes, 'body')}</p:spTree></p:cSld></p:notes>`,
            },
          ]),
    ]),
  ])

/** A shape with a text, in a placeholder of some kind; `|` parts paragraphs. */
export const slideShape = (words: string, kind = ''): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="1" name="x"/><p:nvPr>${kind ? `<p:ph type="${kind}"/>` : ''}</p:nvPr></p:nvSpPr><p:txBody>${words
    .split('|')
    .map((one) => `<a:p><a:r><a:t>${one}</a:t></a:r></a:p>`)
    .join('')}</p:txBody></p:sp>`
