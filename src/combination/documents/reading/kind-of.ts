/** The format in which a file is read, or why it cannot be. */
export type Kind = { kind: 'pdf' | 'docx' | 'xlsx' | 'pptx' | 'html' | 'text' } | { fault: string }

const ZIP =
  'It is a zip, and no document of Word, Excel or PowerPoint. Unpack it and bring the documents in it, or bring it under “What do you have?”.'
const OLD_WORD =
  'It is a document of an older office program, or locked with a password. Save it as .docx, .xlsx, .pptx or PDF without one, and bring that.'
const RICH = 'It is rich text (RTF). Save it as .docx, as PDF or as text, and bring that.'
const PICTURE = 'It is a picture: there is no text in it that could be read. Bring the text, or a PDF that has it.'

/** Detects a file's format by its first bytes; the name only distinguishes text formats. */
export function kindOf(name: string, bytes: Uint8Array, mediaType = ''): Kind {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (head.includes('%PDF-')) return { kind: 'pdf' }
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06'))
    return officeKind(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  if (head.startsWith('\xd0\xcf\x11\xe0')) return { fault: OLD_WORD }
  if (head.startsWith('{\\rtf')) return { fault: RICH }
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|BM.{8}\0\0)/s.test(head)) return { fault: PICTURE }
  const isHtml = /^text\/html|^application\/xhtml/i.test(mediaType) || /\.x?html?$/i.test(name)
  return { kind: isHtml || /^[\s\ufeff\xef\xbb\xbf]*<(?:!doctype html|html)\b/i.test(head) ? 'html' : 'text' }
}

/** What a zip holds: its names stand in it as they are. */
function officeKind(zip: Buffer): Kind {
  if (zip.includes('word/document')) return { kind: 'docx' }
  if (zip.includes('xl/workbook.xml')) return { kind: 'xlsx' }
  return zip.includes('ppt/presentation.xml') ? { kind: 'pptx' } : { fault: ZIP }
}
