/** English for the screen of the house. */
export const house = {
  title: 'What got stuck',
  lead: 'What people did is safe. These are steps that should have followed from it by themselves.',
  none: 'Nothing is stuck.',
  noneMore:
    'When a step that follows by itself fails, such as putting a page together, it waits here to be tried again.',
  steps: {
    'answer-closes-request': 'An answer did not take its question off somebody’s Today.',
    'claims-become-page': 'Confirmed lines did not go on to their page.',
    'claims-become-exercises': 'Confirmed lines did not come up to be recalled.',
    job: 'A page could not be put together.',
    other: 'A step did not go through.',
  },
  error: 'What it said',
  retry: 'Try again',
  retryAll: 'Try them all again',
  retried: 'Trying again. What fails again comes back here.',
}

/** English for who runs the house and who may make spaces. */
export const whoRuns = {
  title: 'Who runs this Whorl',
  lead: 'They make spaces, and say who else may. It opens no space to them that they are not in.',
  roles: { founder: 'founded it', runs: 'runs it', 'makes-spaces': 'may make spaces', neither: 'neither' },
  role: (name: string) => `What ${name} may do`,
  you: 'you',
  name: 'Name somebody',
  email: 'Address of their account',
  may: 'They',
  submit: 'Name them',
  done: 'Changed.',
}
