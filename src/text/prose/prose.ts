import { withoutComments } from '../comments.ts'
import { withoutInlineMarks } from './inline-marks.ts'
import { withoutLineMarks } from './line-marks.ts'
import { outlineSetOut } from './outline.ts'
import { type Way, withoutPartMarks } from './parts.ts'
import { metadataAtHead } from './plain-metadata.ts'

/** Every mark that is taken out has one of these signs. */
const SIGN =
  /%%|<!--|\{[{%:]|\{[ \t]?[#.][\w-]|\{#\s|\{\/\*|\{[\w:-]+=|<%|^[ \t>]*:{3,}|^[ \t]*:(?: |\t)|^[ \t]*(?:!!!|\?\?\?|===[+!]? )|[\p{L}\p{N}*_]::(?:[ \t)\]]|$)|^[ \t]*<\/?[A-Z]|^[ \t]*<pre\b|^(?:import|export)\s|\[\[?_?(?:toc|TOC)_?\]|^[ \t]*\*\[|\(\([\da-f]{8}-|#\+(?:BEGIN|begin)_|^[ \t]*:LOGBOOK:|^[ \t]*(?:CLOCK|SCHEDULED|DEADLINE):|^\t[-*+] |^[ \t>]*(?:`{3,}|~{3,})[ \t]*(?:\{|ad-|admonish|dataview|tasks|query|base|button|tracker|todoist|toc|excalidraw|kanban|meta-bind)|^\[(?:\/\/|comment)\]:|:(?:octicons|material|fontawesome|simple)-|^\([\w.-]+\)=/mu
/** What is said only where it is shown: callouts, names of blocks. */
const SIGN_OF_SAID = /\[!\w|\s\^[\w-]+[ \t]*$/im

/**
 * What a Markdown body says: without comments, imports, shortcodes, templates, attribute lists,
 * fields, and the marks of hints, whose words stay. Every line keeps its number; code and maths stay.
 */
export const proseOf = (body: string): string => read(body, 'said')

/** A Markdown body as it is rendered: the same, with hints as callouts and code as written. */
export const shownOf = (body: string): string => read(body, 'shown')

function read(body: string, way: Way): string {
  const head = metadataAtHead(body).lines
  if (head === 0 && !SIGN.test(body) && (way === 'shown' || !SIGN_OF_SAID.test(body))) return body
  const lines = outlineSetOut(withoutComments(body.replaceAll('\r\n', '\n'))).split('\n')
  const parts = withoutPartMarks(
    lines.map((text, n) => ({ text: n < head ? '' : text })),
    way,
  )
  return withoutInlineMarks(withoutLineMarks(parts, way), way).join('\n')
}
