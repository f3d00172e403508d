import { modelHere } from './model-here.ts'
import { proposal } from './proposal.ts'
import { readHere } from './read-here.ts'
import { release } from './release.ts'
import { thing } from './thing.ts'

/** English for the items on Today and their actions. */
export const things = {
  thing,
  gap: 'something',
  answering: {
    as: 'Who says it',
    asMyself: 'I do',
    asGroup: (group: string) => `${group}, together`,
    labelTogether: 'Your answer, together',
    hintTogether:
      'Nobody is told who wrote it, not even the group. It waits for all of you, and stands once most have confirmed it.',
    doneTogether: 'It waits for the group now, you among them. Nobody is told who wrote it.',
    label: 'Your answer',
    hint: 'As you would say it. Two lines are enough; you check every line before anybody sees it.',
  },
  release,
  tell: {
    button: 'Say something about this',
    title: (topic: string) => `What you know about ${topic}`,
    question: 'The question it answers',
    asked: (topic: string) => `What should one know about ${topic}?`,
    questionHint: 'Nobody asked it but you: it stands under your name, and is open until you confirm a line.',
    words: 'What you would say',
  },
  didIt: {
    title: 'I did this',
    what: '{topic}: when it was, and who was there.',
    on: 'When',
    with: 'Who saw it',
    choose: 'Choose a person',
    help: 'How much help there was',
    helpOpen: 'Left open',
    helps: {
      watched: 'Only watched',
      'with-help': 'With help',
      'help-at-hand': 'With help at hand',
      alone: 'Alone',
      'looked-after-others': 'Looked after others who did it',
    },
    unusual: 'What was unusual',
    unusualHint: 'Only the two of you see this.',
    words: 'A line about it',
    hint: 'They are asked whether they saw it. It is kept when they say so.',
    keep: 'Keep',
    done: (name: string) => `${name} is asked whether they saw it.`,
    nobody: 'Nobody else is in this space yet.',
  },
  readHere,
  proposal,
  modelHere,
}
