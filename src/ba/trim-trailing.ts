/**
 * Trims these characters from the end: `trimTrailing('## Steps ##', '# ')` is `## Steps`. A regular
 * expression for this takes quadratic time over long runs.
 */
export function trimTrailing(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
