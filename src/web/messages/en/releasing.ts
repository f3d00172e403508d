/** English for releasing a topic. */
export const releasing = {
  button: 'Open this to everybody here',
  again: 'Ask for lines said since',
  openly: 'Everybody here may read what was opened of it: {topic}. The rest is only in {area}.',
  title: (title: string) => `Everybody here sees at once that there is a topic called “${title}”.`,
  lines: (area: string) =>
    `Nobody’s words go with it by themselves. Each who said a line in ${area}, you too, is asked on their Today. A line they agree to goes, with their name and the day they said it.`,
  stays: (area: string) =>
    `All else stays in ${area}: the questions and who asked, who showed whom, who was seen doing it, the documents, what was written by hand. A no is told to nobody.`,
  submit: 'Open it',
  done: 'It is open. Whoever said a line is asked.',
}
