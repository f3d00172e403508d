/** The id that Notion puts at the end of the names of files and folders. */
const NOTION_ID = / [\da-f]{32}(?=$|_all$)/
/** The page id at the end of the names of Confluence's HTML. */
const CONFLUENCE_ID = /(?<=.)_\d{5,12}$/
const ENDINGS = /(?:\.(?:html?|md|markdown|mdown|mkd|mdx|txt|csv|tsv|erb))+$/i

/** Whether a file is named as Notion exports it. */
export const isOfNotion = (path: string): boolean => NOTION_ID.test(stemIn(path))

/** The name of a folder or file's stem, without the id that Notion adds. */
export const withoutNotionId = (stem: string): string =>
  NOTION_ID.test(stem) ? stem.replace(NOTION_ID, '').replace(/(?<=.)_all$/, '') : stem

const stemIn = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(ENDINGS, '')

/**
 * What a file's name says, by the conventions of what wrote it: an `index`, `_index` or `README`
 * takes its folder's name, ids of Notion and Confluence are left out, `a___b` and `a%2Fb` of Logseq
 * are `a/b`, and its journal `2024_05_01` is `2024-05-01`.
 */
export function nameOfFile(path: string): string {
  const stem = stemIn(path)
  const folder = path.split('/').at(-2)
  if (/^(?:_?index|readme)$/i.test(stem) && folder) return withoutNotionId(folder)
  if (/^journals$/i.test(folder ?? '') && /^\d{4}[_-]\d\d[_-]\d\d$/.test(stem)) return stem.replaceAll('_', '-')
  const named = /\.html?$/i.test(path) ? stem.replace(CONFLUENCE_ID, '') : withoutNotionId(stem)
  return decoded(named.replace(/(?<=[^_])___(?=[^_])/g, '/'))
}

/** Logseq writes what a file system cannot hold as `%2F`; other names stay as they are. */
function decoded(name: string): string {
  if (!/%(?:2F|3A|3F|2A|3C|3E|22|7C|5C|25)/i.test(name)) return name
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

/**
 * The words of a file's name, for a document without a title: without the numbers that only order
 * it (`02-ovens`, `2024-05-01-ovens`).
 */
export const wordsOfFileName = (path: string): string =>
  nameOfFile(path)
    .replace(/^(?:\d{4}-\d\d-\d\d|\d{1,3})[-_.]+(?=\p{L})/u, '')
    .replace(/(?<!\d)[-_]+|[-_]+(?!\d)/g, ' ')
    .trim() || path
