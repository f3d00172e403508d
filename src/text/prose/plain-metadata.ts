const KNOWN =
  /^(?:title|subtitle|date|authors?|tags|categor(?:y|ies)|slug|summary|description|status|modified|updated|lang|language|template|layout|keywords|version|url|save_as)$/i
const FIELD = /^([A-Za-z][\w -]{0,30}):[ \t]*(\S.*)?$/
const MOST_LINES = 40

/**
 * The metadata that stands at the head of a body without marks around it: `Title: Ovens` and the
 * like of Pelican and MultiMarkdown, `% Ovens` of Pandoc. Two fields at least are known ones.
 */
export function metadataAtHead(body: string): { lines: number; title: string } {
  const none = { lines: 0, title: '' }
  if (!/^(?:% \S|[A-Za-z][\w -]{0,30}:[ \t])/.test(body)) return none
  const head = body.slice(0, 10_000).split(/\r?\n/, MOST_LINES)
  const end = head.findIndex((line) => line.trim() === '')
  const lines = end < 0 ? head : head.slice(0, end)
  if (lines[0]?.startsWith('% '))
    return lines.every((line) => /^%(?: |$)/.test(line))
      ? { lines: lines.length, title: lines[0].slice(2).trim() }
      : none
  let [known, title] = [0, '']
  for (const line of lines) {
    const [, name = '', value = ''] = FIELD.exec(line) ?? []
    if (!name && !/^[ \t]+\S/.test(line)) return none
    if (KNOWN.test(name)) known++
    if (/^title$/i.test(name)) title = value.trim()
  }
  return known > 1 ? { lines: lines.length, title } : none
}
