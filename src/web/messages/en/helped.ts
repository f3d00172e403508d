/** English for what helped somebody to do something. */
export const helped = {
  title: 'What helped?',
  page: 'The page',
  showing: (name: string | null) => (name ? `${name} showed you` : 'Being shown'),
  line: (words: string) => `A line: “${words}”`,
}
