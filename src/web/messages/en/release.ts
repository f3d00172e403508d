/** English for the item on Today that asks for agreement to a release. */
export const release = {
  note: 'Your words, beyond the area',
  asked: '{name} would open {topic} to everybody here. May this line of yours be read by everybody?',
  askedSelf: 'You would open {topic} to everybody here. May this line of yours be read by everybody?',
  line: (statement: string, when: string) => `${statement} (${when})`,
  words: (words: string) => `The words it came from go with it: “${words}”`,
  goes: (area: string) =>
    `It goes with your name and the day you said it. No is fine: it stays in ${area}, and nobody is told.`,
  yes: 'Yes, everybody may',
  no: (area: string) => `No, keep it in ${area}`,
  agreed: 'Everybody here may read it. You can take it out again.',
  kept: (area: string) => `It stays in ${area}. Nobody is told.`,
}
