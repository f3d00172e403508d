/** English for what stands in a page's text. */
export const page = {
  picture: 'Picture:',
  file: 'File:',
  done: 'Done',
  footnotes: 'Footnotes',
  toDo: 'To do',
  /** What a callout is called that has no title of its own. */
  kinds: {
    note: 'Note',
    info: 'Info',
    tip: 'Tip',
    hint: 'Hint',
    important: 'Important',
    warning: 'Warning',
    caution: 'Caution',
    danger: 'Danger',
    error: 'Error',
    bug: 'Bug',
    example: 'Example',
    question: 'Question',
    quote: 'Quote',
    success: 'Success',
    failure: 'Failure',
    abstract: 'Abstract',
    summary: 'Summary',
    todo: 'To do',
  } as Record<string, string>,
}
