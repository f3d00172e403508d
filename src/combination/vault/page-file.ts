import { looseSlug } from '../../ba/index.ts'
import { MOST_TITLE, nameOfFile, textField, withoutNotionId } from '../../text/index.ts'
import { parseDocument, readPageText } from '../documents/index.ts'

/** What a file of a vault or folder becomes, by its path. */
export function becomes(path: string): 'page' | 'source' | 'nothing' {
  if (/^(?:wiki\/index|log)\.md$/i.test(path) || /(?:^|\/)\./.test(path)) return 'nothing'
  if (/^sources\/./i.test(path)) return 'source'
  return /\.(?:md|markdown|mdown|mkd)$/i.test(path) ? 'page' : 'source'
}

/** The slug of a page's file stem, which is its identity, and its title. */
export function namesOfFile(path: string, text: string): { slug: string; title: string } {
  const document = parseDocument(path, text)
  const title = (textField(readPageText(text).front, 'title') ?? document.title)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_TITLE)
  const name = nameOfFile(path.replace(/\.[a-z]{2,8}$/i, ''))
  // At the top an index or README takes its title.
  const named = /^(?:_?index|readme)$/i.test(name) ? title : name
  return { slug: looseSlug(named.replaceAll('/', ' ')) || looseSlug(title), title: title || named }
}

/** The text of a source: for templates their readable text, otherwise as written. */
export function sourceOf(path: string, text: string): { text: string; title: string | null } {
  const document = parseDocument(path, text)
  const asWritten = /\.(?:md|markdown|txt)$/i.test(path)
  return {
    text: asWritten ? text : `${document.lines.join('\n').trimEnd()}\n`,
    title: document.title.slice(0, MOST_TITLE),
  }
}

/**
 * The name below `sources/` for a path, without characters that a system or a citation cannot hold.
 */
export function sourceName(path: string): string {
  const parts = path
    .normalize('NFC')
    .replace(/^sources\//i, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
    .replace(/[\x00-\x1f<>:"|?*^,[\]\\]+/g, '-')
    .split('/')
    .map((part) => part.trim())
  const name = parts
    .filter((part) => !/^\.{0,2}$/.test(part))
    .map((part) => part.replace(/^(.+?)(\.[^.]+)?$/, (_, stem: string, ending = '') => withoutNotionId(stem) + ending))
    .join('/')
  const ending = /\.[^./]{1,12}$/.exec(name)?.[0] ?? ''
  return name.slice(0, name.length - ending.length).slice(0, MOST_NAME - ending.length) + ending
}

const MOST_NAME = 190
