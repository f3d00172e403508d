import { readLink } from '../../text/index.ts'

/**
 * Cleans a source's Markdown for a page, on one line: removes images, citations, comments and
 * attributes, and replaces links within the source's folder by their words. Links to http addresses
 * stay.
 */
export const cleanSentence = (markdown: string): string =>
  markdown
    .replace(/\\$|<br\s*\/?>/gm, ' ')
    .replace(/\{[a-z:]{2,20}\}`([^`<]{1,200}?)(?:\s*<[^`>]{0,200}>)?`/g, '$1')
    .replace(/\s+/g, ' ')
    .split(/(?<!\\)(?<!(?<!\\)`)(`+[^`]+`+)/)
    .map((part, n) => (n % 2 ? part : cleanedWords(part)))
    .join('')
    .replace(/\s*(?:\(\s*\)|（\s*）)/g, '')
    .replace(/ +([.,;])(?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()

/** The words that replace a link: its label, else the last heading it names, else its target. */
function linkWords(inside: string): string {
  const link = readLink(inside)
  return link?.label ?? link?.place?.replace(/^.*#/, '') ?? link?.target ?? ''
}

function cleanedWords(words: string): string {
  let text = words
  if (/[[\]]/.test(text))
    text = text
      .replace(/!\[\[[^[\]]{0,300}\]\]|!\[[^[\]]{0,300}\]\([^()\s]{0,900}[^()]{0,300}\)/g, '')
      .replace(/ ?\^\[[^[\]]{0,900}\]|\[\^[^[\]]{0,99}\]:?/g, '')
      .replace(/(?<!!)\[\[([^[\]]{0,600})\]\](?!\()/g, (_, inside: string) => linkWords(inside))
      .replace(/ ?\(\[[^[\]]{1,300}\]\((?!https?:)[^()\s]{0,900}\)\)/g, '')
      .replace(/\[([^[\]]{1,900})\]\((?!https?:)[^()\s]{0,900}(?:\s+["'][^()]{0,300})?\)/g, '$1')
      .replace(/\[([^[\]]{1,900})\]\[[^[\]]{0,300}\]/g, '$1')
      .replace(/(?<![\p{L}\p{N}\]!\\])\[([^[\]]{2,80})\](?![[(:])/gu, '$1')
  return text.replace(/==([^=\s][^=]{0,300})==/g, '$1').replace(/\s\^[\w-]{1,40}$/, '')
}

/** Whether brackets, quotes and marks are balanced, so that a text can stand alone. */
export function isWhole(text: string): boolean {
  const marks = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return (
    marks(/\(/g) === marks(/\)/g) &&
    marks(/\[/g) === marks(/\]/g) &&
    marks(/\*\*/g) % 2 === 0 &&
    marks(/`/g) % 2 === 0 &&
    marks(/“/g) === marks(/”/g)
  )
}
