/** A link's target, and the anchor in it, if any. */
export interface Named {
  target: string
  place: string | null
}

const DOCUMENT = /\.(?:md|markdown|mdown|mkd)$/i
const FILE =
  /\.(?:png|jpe?g|gif|svg|webp|bmp|avif|heic|tiff?|ico|mp[34]|m4[av]|wav|og[gv]|flac|3gp|webm|mkv|mov|pdf|docx?|xlsx?|pptx?|odt|ods|csv|zip|canvas|base|excalidraw)$/i
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|bmp|avif|heic|tiff?|ico)$/i
const DATA = /\.(?:json|ya?ml|txt|html?|css|js|ts)$/i

/** Whether a name is that of a picture or other file, not of a page. */
export const isFile = (name: string): boolean => FILE.test(name)

/** Whether an embedded name is that of a file, data files included. */
export const isEmbeddedFile = (name: string): boolean => FILE.test(name) || DATA.test(name)

/** Whether a name is that of a picture. */
export const isPicture = (name: string): boolean => PICTURE.test(name)

/** Whether an address leads out of the page's folder. */
export const isElsewhere = (url: string): boolean => /^[^/?#]*:|^[/\\]{2}/.test(url)

/**
 * The page to which a Markdown link between documents leads, as its relative path is written. Null
 * if it leads to no page of a folder: elsewhere, to a source, or to the top folder's index.
 */
export function documentNamed(url: string): Named | null {
  if (isElsewhere(url)) return null
  const { path, place } = partsOf(url)
  if (!DOCUMENT.test(path)) return null
  const target = isRelativePath(path) ? path : `./${path}`
  return nameIn(target) ? { target, place: place || null } : null
}

/** Whether a link's target is a relative path, not a name. */
export const isRelativePath = (target: string): boolean => /^\.{0,2}\//.test(target)

/**
 * The name by which a target is looked up: of a path the file's name, of an index or README its
 * folder's.
 */
export function nameIn(target: string): string {
  if (!isRelativePath(target)) return target
  const steps = target.split('/').filter((step) => !/^\.{0,2}$/.test(step))
  if (/^sources$/i.test(steps[0] ?? '')) return ''
  const stem = (steps.pop() ?? '').replace(DOCUMENT, '').trim()
  const folder = steps.pop() ?? ''
  return !/^(?:index|readme)$/i.test(stem) ? stem : folder === 'wiki' ? '' : folder
}

/** A file's or link's name without the ending of a page. */
export const withoutEnding = (name: string): string => name.replace(/(?<=.)\.(?:md|markdown|mdown|mkd)$/i, '')

/** The anchor in the same page that an address of `#…` names. */
export function placeNamed(url: string): Named | null {
  const { place } = partsOf(url)
  return url.startsWith('#') && place ? { target: '', place } : null
}

/** The file name in an address, as shown to people. */
export function fileNamed(url: string): string {
  if (/^(?!https?:)[^/?#]*:/i.test(url)) return ''
  return partsOf(url).path.split(/[/\\]/).at(-1)?.trim() ?? ''
}

function partsOf(url: string): { path: string; place: string } {
  const [left = '', ...place] = url.split('#')
  return { path: decoded(left.replace(/\?.*$/s, '')), place: decoded(place.join('#')).trim() }
}

function decoded(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}
