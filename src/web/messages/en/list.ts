/** English for paged lists. */
export const list = {
  more: 'Show more',
  moreShown: 'More is shown below.',
  all: 'That is all.',
  earlierLines: 'Show the lines before',
  olderQuestions: 'Older questions',
  narrow: 'Find a name',
}
