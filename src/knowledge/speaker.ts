/** The speaker and time at the beginning of a chat line: `10:02 Mira: `. */
export const SPEAKER =
  /^\s*(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?\s+)?\p{Lu}[\p{L}\p{M}.'’-]{0,30}(?: \p{Lu}[\p{L}\p{M}.'’-]{0,30})?:\s+(?=\S)/u
