import { ask } from './ask.ts'
import { rounds } from './counted.ts'
import { enter } from './enter.ts'
import { have } from './have.ts'
import { list } from './list.ts'
import { today } from './today.ts'
import { topics } from './topics.ts'

/** English for the first screens and for the parts of every screen. */
export const first = {
  list,
  app: 'Whorl',
  title: (screen: string, space?: string) => [screen, space, 'Whorl'].filter(Boolean).join(' · '),
  skip: 'Skip to the page',
  nav: {
    find: 'Find or do anything',
    label: 'Whorl',
    ask: 'Ask',
    topics: 'Topics',
    whole: 'The whole',
    me: (name: string) => `${name}: you`,
  },
  close: 'Close',
  cancel: 'Not now',
  keep: 'Keep',
  optional: 'if you like',
  notHere: 'somebody',
  modes: {
    socialisation: 'person to person',
    externalisation: 'into words',
    combination: 'together on the page',
    internalisation: 'done and seen',
  },
  refusals: {
    absent: 'There is nothing here under that name.',
    unfit: 'That does not fit yet.',
    'not-yours': 'This is not yours to do.',
    clash: 'Somebody was here meanwhile.',
    'too-many': 'That was a lot at once. Give it a minute.',
    unavailable: 'Whorl cannot reach its store just now. Nothing of yours is lost.',
    fault: 'Something broke on our side. Nothing of yours is lost.',
    offline: 'No connection. What you wrote is still here.',
    again: 'Try again',
    home: 'Back to Today',
    id: (id: string) => `If you tell somebody, give them this: ${id}`,
  },
  offline: 'No connection. You can go on reading what is here.',
  notCopied: {
    problem: 'Your browser did not let this be copied.',
    remedy: 'Choose the text yourself and copy it with the keyboard.',
  },
  loading: 'One moment.',
  notFound: {
    title: 'Nothing here',
    text: 'This address leads nowhere. It may have been moved, or closed to those outside its area.',
    home: 'To the beginning',
  },
  greeting: { morning: 'Good morning', afternoon: 'Good afternoon', evening: 'Good evening' },
  greet: (greeting: string, name: string) => `${greeting}, ${name}.`,
  today,
  ask,
  topics,
  have,
  spiral: {
    empty: (title: string) => `The spiral of ${title}: nothing has turned yet.`,
    whole: 'The spiral of everything here',
    sentence: (title: string, closed: number, open: string) =>
      [
        `The spiral of ${title}: ${closed ? `${rounds(closed)} closed` : 'no round closed yet'}`,
        open && `and so far ${open}`,
      ]
        .filter(Boolean)
        .join(', '),
    wholeSentence: (sentence: string) => `The spiral of everything here. ${sentence}`,
    rounds: (n: number) => `${rounds(n)} closed`,
  },
  enter,
  signIn: {
    title: 'Sign in',
    submit: 'Sign in',
    wrong: 'That e-mail and password do not go together.',
    invited: 'New here? The one who invites you sends a link.',
  },
  home: {
    title: 'Where to',
    example: 'Show me an example',
    exampleMore: 'A page about the SECI model, and Whorl’s own documents as sources. Touch anything.',
    start: 'Start a space',
    name: 'Name of the space',
    submit: 'Start it',
    isExample: 'an example',
    none: 'You are in no space yet.',
    askFor: (names: string) =>
      `Spaces are made by those who are named for it. If you need one, ask ${names || 'whoever runs this Whorl'}.`,
  },
}
