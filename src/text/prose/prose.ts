import { withoutComments } from '../comments.ts'
import { withoutInlineMarks } from './inline-marks.ts'
import { withoutLineMarks } from './line-marks.ts'
import { outlineSetOut } from './outline.ts'
import { type Way, withoutPartMarks } from './parts.ts'

/** Every mark that is taken out has one of these signs. */
const SIGN =
  /%%|<!--|^[ \t]*<pre\b|^\t[-*+] |^[ \t]*:(?: {3}|\t)|:(?:octicons|material|fontawesome|simple)-|\{[{%#:.\s/]|\{[\w-]+=|<%|^[ \t>]*:{3,}|^[ \t>]*(?:!!!|\?\?\?|===)|::(?:\s|[)\]]|$)|\[!|^[ \t]*<\/?[A-Z]|^(?:import|export)\s|\[\[?_?toc_?\]|^[ \t]*\*\[|\(\([\da-f]{8}-|#\+BEGIN|^[ \t]*:[A-Z]+:|^[ \t]*[`~]{3,}[ \t]*(?:\{|[a-z])|\s\^[\w-]+$|^\[\/\//im

/**
 * What a Markdown body says: without comments, imports, shortcodes, templates, attribute lists,
 * fields, and the marks of hints, whose words stay. Every line keeps its number; code and maths stay.
 */
export const proseOf = (body: string): string => read(body, 'said')

/** A Markdown body as it is rendered: the same, with hints as callouts and code as written. */
export const shownOf = (body: string): string => read(body, 'shown')

function read(body: string, way: Way): string {
  if (!SIGN.test(body)) return body
  const lines = outlineSetOut(withoutComments(body.replaceAll('\r\n', '\n'))).split('\n')
  const parts = withoutPartMarks(
    lines.map((text) => ({ text })),
    way,
  )
  return withoutInlineMarks(withoutLineMarks(parts), way).join('\n')
}
