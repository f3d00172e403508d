/** The matrix of acts and areas: with which inputs each act is tried, and what must not leak. */
import type { acts } from '../src/acts.ts'
import type { Round } from './round.ts'

type Name = (typeof acts)[number]['name']
type Input = Record<string, unknown>

/** The ids of a round's things. */
export type Things = { [K in keyof Round]: Round[K] }

/** The rest of a test's setting: the open round, people, and words of the closed area. */
export interface Beside {
  open: Things
  /** A member of the closed area, and somebody outside it. */
  insider: string
  outsider: string
  /** Titles and names that exist in the closed area only. */
  title: string
  fileName: string
  fileText: string
}

/** The inputs with which an act is tried. */
export interface Place {
  /** Inputs that name a round's things; to outsiders of its area these must seem never to exist. */
  aimed?: ((at: Things, beside: Beside) => Input)[]
  /** Inputs that name nothing closed; the output must not depend on the closed area. */
  blind?: ((beside: Beside) => Input)[]
  /** The answer for a member of the area whom the thing does not concern: `done` or a refusal. */
  inside?: 'done' | 'absent' | 'unfit' | 'not-yours'
  /** An act of the house, which has no areas. */
  house?: true
}

const topic = (at: Things) => ({ topic: at.topic })
const story = (at: Things) => ({ story: at.story })
const byPath = (at: Things) => ({ topic: at.path })
const page = (title: string) => `---\ntitle: ${title}\n---\n\nWords.\n`

/** The inputs for every act; `Record` makes tsc demand them of a new act. */
export const matrix: Record<Name, Place> = {
  // who and where
  'list-spaces': { house: true },
  'create-space': { house: true },
  'list-house': { house: true },
  'change-house-role': { house: true },
  'show-example': { house: true },
  'list-people': { aimed: [(at) => ({ area: at.area })], blind: [() => ({})], inside: 'done' },
  invite: { aimed: [(at) => ({ areas: [at.area] })], inside: 'done' },
  'change-role': { blind: [(one) => ({ person: one.insider, role: 'member' })] },
  'list-areas': { blind: [() => ({})] },
  'make-area': { blind: [() => ({ name: 'Board room' })] },
  'let-in': { aimed: [(at, one) => ({ area: at.area, person: one.insider })], inside: 'done' },
  'form-community': {
    aimed: [(at, one) => ({ name: 'Night shift', area: at.area, people: [one.insider] })],
    blind: [(one) => ({ name: 'Night shift', people: [one.insider] })],
    inside: 'unfit',
  },
  'list-communities': { blind: [() => ({})] },
  'list-inference': { blind: [() => ({})] },
  'turn-on-inference': { blind: [() => ({ from: 'history' })] },
  'turn-off-inference': { blind: [() => ({ from: 'chat' })] },
  'list-model': { blind: [() => ({})] },
  'turn-on-model': { aimed: [(at) => ({ area: at.area })], inside: 'unfit' },
  'turn-off-model': { aimed: [(at) => ({ area: at.area })], inside: 'done' },
  'list-agent-keys': { blind: [() => ({})] },
  'make-agent-key': { blind: [() => ({ name: 'Robin' })] },
  'end-agent-key': { blind: [() => ({ agent: 'no such agent' })] },
  // today
  today: { blind: [() => ({})] },
  dismiss: { aimed: [(at) => ({ thing: at.topic })], inside: 'done' },
  // scans: private to the person who brought them, also in a shared area
  'begin-scan': {
    aimed: [(at) => ({ name: 'handbook.zip', area: at.area })],
    blind: [() => ({ name: 'handbook.zip' })],
    inside: 'done',
  },
  'send-scan-part': { aimed: [(at) => ({ scan: at.topic, part: 0, bytes: 'UEsDBA==' })], inside: 'absent' },
  scan: {
    aimed: [(at) => ({ documents: [{ path: 'a.md', text: 'A.' }], area: at.area })],
    inside: 'done',
  },
  'read-scan': { aimed: [(at) => ({ scan: at.topic })], inside: 'absent' },
  'list-scans': { blind: [() => ({})] },
  'list-inferred': { blind: [() => ({})] },
  'let-be-seen': { aimed: [(at) => ({ scan: at.topic, finding: 0, seen: true })], inside: 'absent' },
  'take-up': { aimed: [(at) => ({ scan: at.topic, finding: 0 })], inside: 'absent' },
  'forget-scan': { aimed: [(at) => ({ scan: at.topic })], inside: 'absent' },
  // finding
  search: {
    blind: [
      (one) => ({ words: one.title }),
      () => ({ words: 'Zebra' }),
      () => ({ words: 'cache purge', limit: 50 }),
      (one) => ({ words: `"${one.title}" topic:"${one.title}" in:"Board room"` }),
    ],
    aimed: [
      (at) => ({ words: 'cache purge ', topic: at.topic }),
      (at) => ({ words: 'cache purge ', topic: at.path }),
      (at) => ({ words: 'cache purge ', area: at.area }),
    ],
    inside: 'done',
  },
  fetch: {
    aimed: [
      (at) => ({ id: `page:${at.topic}` }),
      (at) => ({ id: `claim:${at.claim}` }),
      (at) => ({ id: `source:${at.source}` }),
      (at) => ({ id: `question:${at.question}` }),
    ],
    blind: [(one) => ({ id: `page:${one.open.topic}` }), (one) => ({ id: `source:${one.open.source}` })],
    inside: 'done',
  },
  'what-was-said': {
    blind: [
      (one) => ({ words: one.title }),
      () => ({ words: 'Why is Zebra purged by hand?' }),
      () => ({ words: 'How do we do the cache purge?' }),
    ],
  },
  'look-out': {
    aimed: [(at) => ({ words: 'The lost umbrella', topic: at.topic })],
    blind: [(one) => ({ words: `${one.title} umbrella` }), () => ({ words: 'Zebra crossing at noon' })],
    inside: 'done',
  },
  // Searches are private, so there is no foreign id to aim at.
  'say-missing': { blind: [() => ({ missing: 'no such search' })] },
  'list-missing': { blind: [() => ({})] },
  'drop-missing': { blind: [() => ({ missing: 'no such search' })] },
  // topics and questions
  'list-topics': { aimed: [(at) => ({ area: at.area })], blind: [() => ({})], inside: 'done' },
  'start-topic': {
    aimed: [(at) => ({ title: 'New there', area: at.area })],
    blind: [(one) => ({ title: one.title })],
    inside: 'done',
  },
  'suggest-topics': { blind: [() => ({})] },
  'rename-topic': {
    aimed: [
      (at) => ({ ...topic(at), title: 'Called otherwise' }),
      (at) => ({ ...byPath(at), title: 'Called otherwise' }),
    ],
    blind: [(one) => ({ topic: one.open.topic, title: one.title })],
    inside: 'done',
  },
  'merge-topics': {
    aimed: [
      (at, one) => ({ from: at.topic, into: one.open.topic }),
      (at, one) => ({ from: one.open.topic, into: at.path }),
    ],
    inside: 'unfit',
  },
  'part-topics': { aimed: [topic], inside: 'absent' },
  'list-parts': { aimed: [topic, byPath], blind: [(one) => ({ topic: one.open.topic })], inside: 'done' },
  'split-topic': {
    // The claim does not exist, so that the topic stays whole for the next try.
    aimed: [(at) => ({ ...topic(at), title: 'Split off', version: 0, blocks: [], claims: ['no such line'] })],
    blind: [(one) => ({ topic: one.open.topic, title: one.title, version: 0, blocks: [], claims: [one.open.claim] })],
    inside: 'unfit',
  },
  'topic-care': { aimed: [topic, byPath], blind: [(one) => ({ topic: one.open.topic })], inside: 'done' },
  'ask-to-keep': {
    aimed: [topic, (at, one) => ({ ...topic(at), person: one.insider })],
    blind: [(one) => ({ topic: one.open.topic, person: one.insider })],
    inside: 'done',
  },
  'answer-to-keep': { aimed: [(at) => ({ ...topic(at), keep: true })], inside: 'done' },
  'still-true': { aimed: [topic, byPath], blind: [(one) => ({ topic: one.open.topic })], inside: 'done' },
  'list-questions': { aimed: [topic, byPath], blind: [() => ({})], inside: 'done' },
  // puzzles
  puzzled: { blind: [(one) => ({ words: one.title }), () => ({ words: 'Why is Zebra purged by hand?' })] },
  'list-puzzles': { blind: [() => ({})] },
  'settle-puzzle': { blind: [() => ({ puzzle: 'puzzle-never', as: 'answered' })] },
  // Puzzles are private, so the topic is aimed at, with a puzzle that does not exist.
  'ask-puzzle': { aimed: [(at) => ({ puzzle: 'puzzle-never', topic: at.topic })], inside: 'absent' },
  // head to head
  'who-knows': { aimed: [topic, byPath], blind: [(one) => ({ topic: one.open.topic })], inside: 'done' },
  ask: {
    aimed: [
      (at) => ({ topic: at.topic, words: 'And then?' }),
      (at) => ({ topic: at.path, words: 'And then?' }),
      (at) => ({ topic: at.topic, words: 'And then?', line: at.claim }),
    ],
    blind: [
      (one) => ({ topic: one.open.topic, words: 'Well?', of: one.insider }),
      (one) => ({ topic: one.open.topic, words: 'Well?', line: one.open.claim }),
    ],
    inside: 'done',
  },
  'ask-also': { aimed: [(at, one) => ({ question: at.question, of: one.insider })], inside: 'not-yours' },
  'wonder-too': { aimed: [(at) => ({ question: at.question })], inside: 'done' },
  'pass-on': { aimed: [(at, one) => ({ request: at.openRequest, to: one.insider })], inside: 'absent' },
  decline: { aimed: [(at) => ({ request: at.openRequest })], inside: 'absent' },
  snooze: { aimed: [(at) => ({ request: at.openRequest, until: '2026-06-01' })], inside: 'absent' },
  'offer-showing': { aimed: [(at) => ({ question: at.question })], inside: 'done' },
  'say-shown': { aimed: [(at) => ({ showing: at.openShowing })], inside: 'absent' },
  'call-off': { aimed: [(at) => ({ showing: at.openShowing })], inside: 'absent' },
  // head to words
  answer: { aimed: [(at) => ({ question: at.question, words: 'It is so and so.' })], inside: 'done' },
  'say-together': {
    aimed: [(at) => ({ question: at.question, group: at.topic, words: 'It is so and so.' })],
    inside: 'absent',
  },
  'begin-story': {
    aimed: [topic, byPath, (at) => ({ title: 'A night there', area: at.area })],
    blind: [(one) => ({ title: one.title }), (one) => ({ topic: one.open.topic })],
    inside: 'done',
  },
  'my-stories': { blind: [() => ({})] },
  'read-story': { aimed: [story], inside: 'absent' },
  tell: { aimed: [(at) => ({ ...story(at), after: 1, words: 'And then it rang.' })], inside: 'absent' },
  retell: { aimed: [story], inside: 'absent' },
  'correct-story': { aimed: [(at) => ({ ...story(at), version: 2, lines: [{ words: 'No.' }] })], inside: 'absent' },
  deepen: { aimed: [(at) => ({ ...story(at), line: at.storyLine })], inside: 'absent' },
  'answer-probe': { aimed: [(at) => ({ ...story(at), family: 'cues', words: 'A hum.' })], inside: 'absent' },
  'finish-story': { aimed: [story], inside: 'absent' },
  'drop-story': { aimed: [story], inside: 'absent' },
  'my-claims': {
    aimed: [(at) => ({ of: at.source })],
    blind: [() => ({})],
    inside: 'done',
  },
  'correct-claim': { aimed: [(at) => ({ claim: at.claim, version: 2, statement: 'No.' })], inside: 'not-yours' },
  'confirm-claims': { aimed: [(at) => ({ claims: [{ id: at.confirmed, version: 1 }] })], inside: 'not-yours' },
  'withdraw-claim': { aimed: [(at) => ({ claim: at.claim, version: 2 })], inside: 'not-yours' },
  'list-claims': { aimed: [topic, byPath], blind: [(one) => ({ topic: one.open.topic })], inside: 'done' },
  'list-differences': { aimed: [topic, byPath], blind: [(one) => ({ topic: one.open.topic })], inside: 'done' },
  'say-when': { blind: [() => ({ difference: 'no such difference' })] },
  release: { aimed: [topic, byPath], inside: 'done' },
  'agree-to-release': { aimed: [(at) => ({ claim: at.claim, agree: true })], inside: 'not-yours' },
  // words to words
  'read-page': { aimed: [topic, byPath], blind: [(one) => ({ topic: one.open.topic })], inside: 'done' },
  'read-page-text': { aimed: [topic, byPath], blind: [(one) => ({ topic: one.open.topic })], inside: 'done' },
  'edit-page': {
    aimed: [(at) => ({ topic: at.topic, version: at.version, markdown: page(at.title) })],
    inside: 'done',
  },
  'preview-page': {
    aimed: [(at) => ({ topic: at.topic, markdown: page(at.title) }), (at) => ({ topic: at.path, markdown: 'Words.' })],
    blind: [
      (one) => ({ topic: one.open.topic, markdown: `See [[${one.title}]], [[zebra-purge|it]]. ^[${one.fileName}:1]` }),
    ],
    inside: 'done',
  },
  'complete-link': {
    aimed: [(at) => ({ topic: at.topic, words: '' }), (at) => ({ topic: at.path, words: '#' })],
    blind: [
      (one) => ({ topic: one.open.topic, words: '' }),
      (one) => ({ topic: one.open.topic, words: 'Zebra' }),
      (one) => ({ topic: one.open.topic, words: `${one.title}#` }),
    ],
    inside: 'done',
  },
  'complete-citation': {
    aimed: [
      (at) => ({ topic: at.topic, words: '' }),
      (at) => ({ topic: at.topic, words: 'purge', source: at.source }),
      (at) => ({ topic: at.topic, words: '', source: at.file }),
    ],
    blind: [
      (one) => ({ topic: one.open.topic, words: '' }),
      (one) => ({ topic: one.open.topic, words: 'Zebra' }),
      (one) => ({ topic: one.open.topic, words: '', source: one.open.source }),
    ],
    inside: 'done',
  },
  'merge-page-text': {
    aimed: [(at) => ({ topic: at.topic, version: 1, markdown: page(at.title) })],
    blind: [(one) => ({ topic: one.open.topic, version: 1, markdown: page(one.open.title) })],
    inside: 'done',
  },
  'page-history': { aimed: [topic, byPath], blind: [(one) => ({ topic: one.open.topic })], inside: 'done' },
  'page-version': {
    aimed: [(at) => ({ topic: at.topic, version: 1 }), (at) => ({ topic: at.path, version: 2, since: 1 })],
    blind: [(one) => ({ topic: one.open.topic, version: 2 })],
    inside: 'done',
  },
  'restore-page': { aimed: [(at) => ({ topic: at.topic, version: at.version, restore: 1 })], inside: 'done' },
  recompile: { aimed: [topic, byPath], inside: 'done' },
  neighbourhood: { aimed: [topic, byPath], blind: [(one) => ({ topic: one.open.topic })], inside: 'done' },
  'write-page': { aimed: [topic, byPath], inside: 'unfit' },
  'take-over-page': { aimed: [(at) => ({ topic: at.topic, version: at.version })], inside: 'unfit' },
  // For members, no source that the page cites has changed.
  'still-holds': {
    aimed: [(at) => ({ topic: at.topic, version: at.version, name: 'there.md', fromLine: 1, toLine: 1 })],
    inside: 'absent',
  },
  'check-pages': { blind: [() => ({}), () => ({ kind: 'wanted-page' }), () => ({ kind: 'near-duplicate' })] },
  'import-page': {
    aimed: [(at) => ({ markdown: page('New page there'), area: at.area })],
    blind: [(one) => ({ markdown: page(one.title) })],
    inside: 'done',
  },
  'import-source': {
    aimed: [(at) => ({ name: 'there.md', text: 'There.', area: at.area })],
    blind: [(one) => ({ name: one.fileName, text: one.fileText })],
    inside: 'done',
  },
  'bring-source': {
    aimed: [
      (at) => ({ name: 'there.md', bytes: 'VGhlcmUu', area: at.area }),
      (at) => ({ name: 'there.md', bytes: 'VGhlcmUu', replaces: at.file }),
    ],
    blind: [(one) => ({ name: one.fileName, bytes: Buffer.from(one.fileText).toString('base64') })],
    inside: 'done',
  },
  // An arrival is private until it becomes a source.
  'send-source-part': { aimed: [(at) => ({ arrival: at.topic, part: 1, bytes: 'VGhlcmUu' })], inside: 'absent' },
  'list-arrivals': { blind: [() => ({})] },
  'forget-arrival': { aimed: [(at) => ({ arrival: at.topic })], inside: 'absent' },
  // For members, the source has no address to be fetched from.
  'look-again': { aimed: [(at) => ({ source: at.file })], inside: 'unfit' },
  'source-file': {
    aimed: [(at) => ({ source: at.file }), (at) => ({ source: at.file, version: 1 })],
    inside: 'done',
  },
  'compare-source': { aimed: [(at) => ({ source: at.file, from: 1 })], inside: 'done' },
  'import-files': {
    aimed: [(at) => ({ files: [{ path: 'there.md', text: 'There.' }], area: at.area })],
    blind: [
      (one) => ({ files: [{ path: `${one.title}.md`, text: page(one.title) }] }),
      (one) => ({ files: [{ path: `sources/${one.fileName}`, text: one.fileText }] }),
    ],
    inside: 'done',
  },
  'list-files': { aimed: [(at) => ({ area: at.area })], blind: [() => ({})], inside: 'done' },
  'export-files': {
    aimed: [(at) => ({ as: 'vault', area: at.area }), (at) => ({ as: 'json', area: at.area })],
    blind: [
      () => ({ as: 'vault' }),
      () => ({ as: 'site', after: '\uFFFF' }),
      () => ({ as: 'json' }),
      () => ({ as: 'llms' }),
    ],
    inside: 'done',
  },
  'list-sources': { blind: [() => ({})] },
  'read-source': {
    aimed: [(at) => ({ source: at.source }), (at) => ({ source: at.file })],
    blind: [(one) => ({ source: one.open.source }), (one) => ({ source: one.fileName })],
    inside: 'done',
  },
  // words to head
  'list-exercises': { aimed: [topic, byPath], blind: [() => ({})], inside: 'done' },
  reveal: { aimed: [(at) => ({ exercise: at.exercise })], inside: 'done' },
  recall: { aimed: [(at) => ({ exercise: at.exercise, grade: 'had-it' })], inside: 'done' },
  'rest-exercise': { aimed: [(at) => ({ exercise: at.exercise, why: 'bad-question' })], inside: 'done' },
  'did-it': {
    aimed: [(at, one) => ({ topic: at.topic, on: '2026-05-04', with: one.insider })],
    blind: [(one) => ({ topic: one.open.topic, on: '2026-05-04', with: one.insider })],
    inside: 'done',
  },
  'what-helped': {
    aimed: [topic, byPath],
    blind: [(one) => ({ topic: one.open.topic })],
    inside: 'done',
  },
  witness: { aimed: [(at) => ({ doing: at.openDoing, saw: true })], inside: 'absent' },
  'my-doings': { blind: [() => ({})] },
  'my-record': { blind: [() => ({})] },
  'let-stand': { aimed: [(at) => ({ evidence: at.evidence })], inside: 'absent' },
  'take-back': { aimed: [(at) => ({ evidence: at.evidence })], inside: 'absent' },
  // the whole
  'topic-spiral': { aimed: [topic, byPath], blind: [(one) => ({ topic: one.open.topic })], inside: 'done' },
  'strike-conversion': {
    aimed: [(at) => ({ conversion: at.conversion, why: 'did-not-happen' })],
    inside: 'not-yours',
  },
  lineage: { aimed: [(at) => ({ claim: at.claim })], blind: [(one) => ({ claim: one.open.claim })], inside: 'done' },
  'the-whole': { blind: [() => ({})] },
  // the house
  'list-parked': { blind: [() => ({})] },
  'retry-parked': { blind: [() => ({ reaction: 'claims-become-page', seq: 1 })] },
  'model-spent': { blind: [() => ({})] },
  // agents: whether a proposal can be done is only checked when its person accepts it
  propose: { blind: [(one) => ({ act: 'ask', input: { topic: one.title, words: 'Why?' }, agent: 'Robin' })] },
  'list-proposals': { blind: [() => ({})] },
  'accept-proposal': { blind: [() => ({ proposal: 'no such proposal' })] },
  'decline-proposal': { blind: [() => ({ proposal: 'no such proposal' })] },
}
