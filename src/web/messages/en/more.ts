import { about } from './about.ts'
import { agents } from './agents.ts'
import { asking } from './asking.ts'
import { bring } from './bring.ts'
import { check } from './check.ts'
import { confirm } from './confirm.ts'
import { doing } from './doing.ts'
import { edit } from './edit.ts'
import { find } from './find.ts'
import { helped } from './helped.ts'
import { history } from './history.ts'
import { house, whoRuns } from './house.ts'
import { line } from './line.ts'
import { me } from './me.ts'
import { model } from './model.ts'
import { near } from './near.ts'
import { page } from './page.ts'
import { people } from './people.ts'
import { practise } from './practise.ts'
import { puzzled } from './puzzled.ts'
import { releasing } from './releasing.ts'
import { scan } from './scan.ts'
import { story } from './story.ts'
import { strike } from './strike.ts'
import { tending } from './tending.ts'
import { topic } from './topic.ts'
import { whole } from './whole.ts'

/** English for the screens that are loaded later. */
export const more = {
  agents,
  releasing,
  asking,
  topic,
  tending,
  scan,
  story,
  bring,
  puzzled,
  helped,
  strike,
  confirm,
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
  near,
  page,
  people,
  me,
  check,
  whole,
  edit,
  history,
  house,
  whoRuns,
  about,
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
  find,
  model,
  practise,
  evidence: {
    did: (on: string, other?: string, help?: string) =>
      `${doing[help ?? 'not-said']}: ${on}${other ? `, ${help === 'watched' ? 'with' : 'by'} ${other}` : ''}`,
    explained: (on: string, other?: string) => (other ? `explained it to ${other}, ${on}` : `explained it, ${on}`),
    remembers: (on: string) => `remembers some of it, ${on}`,
    remembersLine: (on: string) => `remembers a line of it, ${on}`,
    rememberedEarlier: (on: string) => `remembered an earlier wording of a line, ${on}`,
    earlier: (words: string) => `${words} (by an earlier wording of the line)`,
    chose: (on: string) => `chose as those who know it did, ${on}`,
    quoted: (words: string) => `“${words}”`,
    takenOut: 'a line that was taken out since',
  },
}
