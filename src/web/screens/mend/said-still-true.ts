/** A page's text with the day on which somebody said that it is still true; nothing else of it is another. */
export function saidStillTrue(markdown: string, day: string): string {
  const [front = ''] = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?^---[ \t]*$/m.exec(markdown) ?? []
  const field = /^reviewed:.*$/m.exec(front)
  if (field) return `${markdown.slice(0, field.index)}reviewed: ${day}${markdown.slice(field.index + field[0].length)}`
  const end = front.length - (/---[ \t]*$/.exec(front)?.[0].length ?? 0)
  const eol = front.includes('\r\n') ? '\r\n' : '\n'
  return `${markdown.slice(0, end)}reviewed: ${day}${eol}${markdown.slice(end)}`
}
