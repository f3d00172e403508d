/** The whole text reader; the part without dependencies is in `light.ts`. */
export { costOfReading } from './cost-of-reading.ts'
export { Front, listField, setDate, textField } from './front/front.ts'
export { frontChunks } from './front/front-chunks.ts'
export { readFields } from './front/front-fields.ts'
export { silentIn } from './inline.ts'
export * from './light.ts'
export { type MarkdownLink, markdownLinks } from './scan-links.ts'
export { type CitationMark, type LinkMark, type Marks, scanMarks } from './scan-marks.ts'
