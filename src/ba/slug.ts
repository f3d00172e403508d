import { unfit } from './refusal.ts'

/**
 * Makes a title's slug by the page format: lower case, letters and digits of any script, words joined by `-`.
 * Refuses a title of which nothing is left.
 */
export function slugOf(title: string, field = 'title'): string {
  const slug = looseSlug(title)
  if (!slug) throw unfit(field, 'It has no letter or digit.', 'Write at least one, in any script.')
  return slug
}

/** The same slug, but empty where nothing is left: for looking up what somebody else wrote. */
export function looseSlug(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Gives the first of `slug`, `slug-2`, `slug-3`, … that is free, so that two titles never share one. */
export async function freeSlug(slug: string, taken: (slug: string) => Promise<boolean>): Promise<string> {
  for (let n = 1; ; n++) {
    const tried = n === 1 ? slug : `${slug}-${n}`
    if (!(await taken(tried))) return tried
  }
}
