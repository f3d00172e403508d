/**
 * The title of the page to which a link between exported pages leads, as its file's name says it:
 * `Night-shift_12345.html` is Night shift. Null if the address is no such file.
 */
export function pageNamed(href: string): { title: string; place: string } | null {
  if (/^[a-z][a-z\d+.-]*:|^\/\/|^#/i.test(href)) return null
  const [path = '', place = ''] = href.split('#')
  const name = decoded(path.replace(/\?.*$/s, '')).split(/[/\\]/).at(-1) ?? ''
  const stem = /^(.+)\.x?html?$/i.exec(name)?.[1]
  if (!stem || /^\d+$/.test(stem)) return null
  const title = withoutId(stem)
    .replace(/[[\]|#^]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return title ? { title, place } : null
}

/** Without the number or key that Confluence, Notion and others add; a name written with hyphens becomes words. */
function withoutId(stem: string): string {
  const bare = stem.replace(/[ _-](?:\d{4,}|[\da-f]{32})$/i, '')
  return /\s/.test(bare) ? bare : bare.replace(/[-_+]+/g, ' ')
}

/** A link to a page in a wiki's brackets, with the words that it was shown by, if they differ. */
export function wikiLink(title: string, words: string): string {
  const label = words
    .replace(/[[\]|]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (!label || label === title) return `[[${title}]]`
  return label.toLowerCase() === title.toLowerCase() ? `[[${label}]]` : `[[${title}|${label}]]`
}

function decoded(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}
