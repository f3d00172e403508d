/** Japanese for having been seen doing something, by degree of help. */
export const doing: Record<string, string> = {
  'not-said': '一度、やるところを見られた',
  watched: '一度、やるところを見た',
  'with-help': '一度、助けを借りてやるところを見られた',
  'help-at-hand': '一度、そばに助けがある中でやるところを見られた',
  alone: '一度、一人でやるところを見られた',
  'looked-after-others': '一度、ほかの人がやるのを見守った',
}
