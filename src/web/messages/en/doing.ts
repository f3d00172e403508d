/** What is said in English of somebody who was seen doing a thing, by how much help there was. */
export const doing: Record<string, string> = {
  'not-said': 'was seen doing it, once',
  watched: 'watched it being done, once',
  'with-help': 'was seen doing it, once, with help',
  'help-at-hand': 'was seen doing it, once, with help at hand',
  alone: 'was seen doing it, once, alone',
  'looked-after-others': 'was seen looking after others who did it, once',
}
