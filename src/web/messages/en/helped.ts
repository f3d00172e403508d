/** English for naming what helped with a doing. */
export const helped = {
  title: 'What helped?',
  page: 'The page',
  showing: (name: string | null) => (name ? `${name} showed you` : 'Being shown'),
  line: (words: string) => `A line: “${words}”`,
}
