import { about } from './en/about.ts'
import { agents } from './en/agents.ts'
import { ask } from './en/ask.ts'
import { asking } from './en/asking.ts'
import { bring } from './en/bring.ts'
import { check } from './en/check.ts'
import { rounds } from './en/counted.ts'
import { edit } from './en/edit.ts'
import { enter } from './en/enter.ts'
import { find } from './en/find.ts'
import { have } from './en/have.ts'
import { history } from './en/history.ts'
import { house } from './en/house.ts'
import { line } from './en/line.ts'
import { me } from './en/me.ts'
import { mend } from './en/mend.ts'
import { model } from './en/model.ts'
import { near } from './en/near.ts'
import { page } from './en/page.ts'
import { people } from './en/people.ts'
import { practise } from './en/practise.ts'
import { puzzled } from './en/puzzled.ts'
import { readHere } from './en/read-here.ts'
import { release } from './en/release.ts'
import { story } from './en/story.ts'
import { tending } from './en/tending.ts'
import { today } from './en/today.ts'
import { topic } from './en/topic.ts'
import { topics } from './en/topics.ts'
import { turn } from './en/turn.ts'
import { whole } from './en/whole.ts'

/** Every string a person reads, in English; the catalogue the others follow. */
export const en = {
  app: 'Whorl',
  title: (screen: string, space?: string) => [screen, space, 'Whorl'].filter(Boolean).join(' · '),
  skip: 'Skip to the page',
  nav: { label: 'Whorl', ask: 'Ask', topics: 'Topics', whole: 'The whole', me: (name: string) => `${name}: you` },
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

  evidence: {
    did: (on: string, other?: string) => (other ? `did it, ${on}, with ${other}` : `did it, ${on}`),
    explained: (on: string, other?: string) => (other ? `explained it to ${other}, ${on}` : `explained it, ${on}`),
    remembers: (on: string) => `remembers it, ${on}`,
    chose: (on: string) => `chose as those who know it did, ${on}`,
  },

  today,

  answering: {
    label: 'Your answer',
    hint: 'As you would say it. Two lines are enough; you check every line before anybody sees it.',
  },

  ask,

  asking,

  topics,

  topic,

  tending,

  release,

  tell: {
    button: 'Say something about this',
    title: (topic: string) => `What you know about ${topic}`,
    question: 'The question it answers',
    asked: (topic: string) => `What should one know about ${topic}?`,
    questionHint: 'Nobody asked it but you: it stands under your name, and is open until you confirm a line.',
    words: 'What you would say',
  },

  have,

  turn,

  story,

  bring,

  puzzled,

  find,

  happened: {
    socialisation: {
      both: '{from} showed {with}',
      one: '{from} showed it',
      none: 'Shown, person to person',
    },
    externalisation: { both: '{from} put it into words', one: '{from} put it into words', none: 'Put into words' },
    combination: {
      both: 'Put together on the page',
      one: 'Put together on the page',
      none: 'Put together on the page',
    },
    internalisation: { both: '{with} saw {from} do it', one: '{from} took it in', none: 'Taken in' },
  },

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

  didIt: {
    title: 'I did this',
    what: '{topic}: when it was, and who was there.',
    on: 'When',
    with: 'Who saw it',
    choose: 'Choose a person',
    words: 'A line about it',
    hint: 'They are asked whether they saw it. It is kept when they say so.',
    keep: 'Keep',
    done: (name: string) => `${name} is asked whether they saw it.`,
    nobody: 'Nobody else is in this space yet.',
  },

  check,

  source: {
    saidBy: (name: string, on: string) => `${name} said this on ${on}`,
    youSaid: (on: string) => `You said this on ${on}`,
    broughtIn: (on: string) => `Brought in on ${on}`,
    origin: 'From',
    answering: (name: string) => `${name} had asked`,
    answeringNew: 'Somebody new had asked',
    leftOut: (name: string) => `left out by ${name}`,
    whatBecame: 'What became of it',
    onlyYou: 'Only you see the lines you have not confirmed.',
    check: 'Check your lines',
    lines: 'The lines',
    ofItself: 'What the file says of itself',
    download: 'Download as it was given',
    lookAgain: 'Look again',
    newVersion: 'Bring a new version',
    coming: 'It is being read.',
    sameAsBefore: 'It says the same as before.',
    isNew: 'The new version is here; pages that cite what changed say so.',
    earlier: (on: string) => `This is an earlier version, of ${on}.`,
    page: (n: number) => `Page ${n}`,
    bare: (n: number) => `Page ${n}: no text that could be read`,
    versions: 'Versions',
    version: (n: number) => `Version ${n}`,
    now: 'As it is now',
    shownHere: 'shown above',
    readThis: 'Read it',
    whatChanged: 'What changed in it',
    changedLine: { gone: 'Gone:', new: 'New:' },
    partly: 'There is more than is shown here.',
    citedBy: 'Cited by',
    citesChanged: 'cites lines that have changed',
  },

  line,

  practise,

  near,
  page,
  people,

  readHere,

  me,

  agents,

  mend,
  model,

  whole,

  edit,

  history,

  house,

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
  },

  about,
}

type Same<T> = T extends string
  ? string
  : T extends (...said: infer A) => string
    ? (...said: A) => string
    : { [K in keyof T]: Same<T[K]> }

/** What every language's catalogue must hold. */
export type Messages = Same<typeof en>
