const ENDINGS = /(?:\.(?:html?|md|markdown|mdown|mkd|mdx|txt|erb))+$/i

/**
 * A document's path in lower case without extensions, the form in which different links to it are
 * equal.
 */
export const bareOf = (path: string): string => path.normalize('NFC').replace(ENDINGS, '').toLowerCase()

/** Resolves a relative link to a path below the folder, or null if it leads out of it. */
export function pathFrom(page: string, target: string): string | null {
  const folders = target.startsWith('/') ? [] : page.split('/').slice(0, -1)
  for (const step of decoded(target).replaceAll('\\', '/').split('/')) {
    if (step === '..') {
      if (folders.pop() === undefined) return null
    } else if (step !== '.' && step !== '') folders.push(step)
  }
  // File systems and zips of macOS have names decomposed, links mostly not.
  return folders.join('/').normalize('NFC')
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** The relative link from a page to another path. */
export function wayFrom(page: string, path: string): string {
  const [from, to] = [page.split('/').slice(0, -1), path.split('/')]
  while (from.length > 0 && to.length > 1 && from[0] === to[0]) {
    from.shift()
    to.shift()
  }
  return [...from.map(() => '..'), ...to]
    .map((step) => encodeURI(step).replace(/[()?#]/g, encodeURIComponent))
    .join('/')
}
