const ENDINGS = /(?:\.(?:html?|md|markdown|mdown|mkd|mdx|txt|erb))+$/i

/** A document's path without its endings and small letters: what links of several kinds say of it. */
export const bareOf = (path: string): string => path.replace(ENDINGS, '').toLowerCase()

/** Where a link leads from a page: a path below the folder, or null where it leads out of it. */
export function pathFrom(page: string, target: string): string | null {
  const folders = target.startsWith('/') ? [] : page.split('/').slice(0, -1)
  for (const step of decoded(target).split('/')) {
    if (step === '..') {
      if (folders.pop() === undefined) return null
    } else if (step !== '.' && step !== '') folders.push(step)
  }
  return folders.join('/')
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** The way from a page to another path, as a link says it. */
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
