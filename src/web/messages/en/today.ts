/** English for Today itself. */
export const today = {
  title: 'Today',
  thanks: 'Thanks to you: what you said about {topic} went on to {name}.',
  nothing: 'Nothing is waiting for you.',
  nothingMore: 'That is a fine answer. Read something, ask something, or leave it be.',
}
