/**
 * A text without these characters at its end: `trimTrailing('## Steps ##', '# ')` is `## Steps`. A regular expression that
 * looks for such an end takes the square of the length of every run that is none.
 */
export function trimTrailing(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}
