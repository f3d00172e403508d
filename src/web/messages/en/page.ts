/** English for elements of a page's text. */
export const page = {
  picture: 'Picture:',
  file: 'File:',
  done: 'Done',
  footnotes: 'Footnotes',
  toDo: 'To do',
  /** The titles of callouts that have none of their own. */
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
