import { splitFront } from '../../../text/light.ts'
/** A replacement of a range of a text. */
export interface TextChange {
  from: number
  to: number
  insert: string
}

/**
 * Makes the change that sets one front-matter field, a text or a list, and keeps every other byte;
 * an empty value removes the field. Null if the front matter is not YAML lines.
 */
export function fieldChange(text: string, name: string, value: string | string[]): TextChange | null {
  const { form, open, front, close } = splitFront(text)
  if (!close || form !== 'yaml' || /^\s*[{[]/.test(front)) return null
  const eol = open.endsWith('\r\n') ? '\r\n' : '\n'
  const written = value.length ? `${name}: ${typeof value === 'string' ? scalar(value) : listed(value)}` : ''
  let comment = ''
  let at = open.length
  let [from, to] = [at + front.length, at + front.length]
  let own = false
  for (const one of front.match(/[^\n]*\n/g) ?? []) {
    const named = /^((?:"[^"]*"|'[^']*')\s*|[^\s#:'"-][^:]*):(?=\s)/.exec(one)?.[1]?.trimEnd()
    if (named?.replace(/^(['"])(.*)\1$/, '$2') === name) {
      ;[own, from, to] = [true, at, at + one.length]
      comment = commentOn(one)
    } else if (named !== undefined || !/^[\s-]/.test(one)) own = false
    else if (own && one.trim()) to = at + one.length
    at += one.length
  }
  return { from, to, insert: written && written + comment + eol }
}

/** The comment after a one-line value; within quotes or brackets a `#` may be part of the value. */
function commentOn(line: string): string {
  const before = line.slice(0, Math.max(0, line.search(/[ \t]#/)))
  if (!before || /["'[{|>]/.test(before.slice(before.indexOf(':')))) return ''
  return line.slice(before.trimEnd().length).trimEnd()
}

const PLAIN = /^\p{L}(?:[\p{L}\p{N} .,’'()?!/+-]*[\p{L}\p{N}.)?!])?$/u
const WORD_OF_YAML = /^(?:true|false|null|yes|no|on|off)$/i

const scalar = (words: string) => (PLAIN.test(words) && !WORD_OF_YAML.test(words) ? words : JSON.stringify(words))

const listed = (items: string[]) =>
  `[${items.map((item) => (item.includes(',') ? JSON.stringify(item) : scalar(item))).join(', ')}]`
