import { looseSlug } from '../../ba/index.ts'

/**
 * Derives aliases from a title: its slug, if that differs; the halves around its first " and "
 * (else " or ") swapped; the initials of three words or more. Aliases that would break a link are
 * left out.
 */
export function aliasesFrom(title: string): string[] {
  const slug = looseSlug(title)
  const [, one, joint, other] = / and /.test(title)
    ? (/^(.*?)( and )(.*)$/.exec(title) ?? [])
    : (/^(.*?)( or )(.*)$/.exec(title) ?? [])
  const words = title.split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean)
  const initials = words.length >= 3 ? words.map((word) => firstCharacter(word).toUpperCase()).join('') : ''
  const made = [slug, one && other ? `${other}${joint}${one}` : '', initials]
  return [...new Set(made)].filter((alias) => alias && alias !== title && !/[|[\]\n]/.test(alias))
}

/** A page's own aliases as written, followed by those derived from its title. */
export const withAliases = (taken: readonly string[], title: string): string[] => [
  ...new Set([...taken, ...aliasesFrom(title)]),
]

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

const firstCharacter = (word: string) => [...characters.segment(word)][0]?.segment ?? ''
