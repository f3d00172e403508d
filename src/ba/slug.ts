import { wordsOfName } from '../text/index.ts'
import { unfit } from './refusal.ts'

/**
 * Makes a title's slug by the page format: lower case, letters and digits of any script, words
 * joined by `-`. Refuses a title without any.
 */
export function slugOf(title: string, field = 'title'): string {
  const slug = looseSlug(title)
  if (!slug) throw unfit(field, 'It has no letter or digit.', 'Write at least one, in any script.')
  return slug
}

/** Makes the same slug, but empty instead of a refusal: for looking up names that others wrote. */
export function looseSlug(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '')
}

/**
 * The slug by which a link may name what is called so: `cache-purge` for “Cache purge”. Null if a
 * sign tells the name apart from others of the same slug, as in `C++`.
 */
export function slugNamed(name: string): string | null {
  const words = wordsOfName(name)
  return words === null ? null : looseSlug(words) || null
}

/** Returns the first of `slug`, `slug-2`, `slug-3`, … that is not taken. */
export async function freeSlug(slug: string, taken: (slug: string) => Promise<boolean>): Promise<string> {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? slug : `${slug}-${n}`
    if (!(await taken(tried))) return tried
  }
}
