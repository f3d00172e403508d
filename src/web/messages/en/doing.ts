/** English for having been seen doing something, by degree of help. */
export const doing: Record<string, string> = {
  'not-said': 'was seen doing it, once',
  watched: 'watched it being done, once',
  'with-help': 'was seen doing it, once, with help',
  'help-at-hand': 'was seen doing it, once, with help at hand',
  alone: 'was seen doing it, once, alone',
  'looked-after-others': 'was seen looking after others who did it, once',
}
