import { inWords, plural } from '../plural.ts'

/** English for the screen of bringing sources in. */
export const bring = {
  lead: 'What is written somewhere else, a runbook, a page, a saved chat, can be cited here line by line.',
  choose: 'Choose files',
  drop: 'or drop them here',
  kinds: 'Markdown, text, HTML, PDF, Word, Excel or PowerPoint, up to 20 MB each. A folder can be dropped.',
  address: 'Fetch an address instead',
  addressLabel: 'The address',
  addressHint:
    'A page, a text, a PDF or a document of Word, Excel or PowerPoint that everybody can see on the internet.',
  addressAdd: 'Add it',
  onTheWay: 'Did not come in',
  tryAgain: 'Try again',
  notKept: 'Nothing of it was kept.',
  aside: (n: number) =>
    plural('en', n, {
      one: 'One file that is no text was left aside.',
      other: `${inWords(n)} files that are no text were left aside.`,
    }),
  paste: 'Paste a text instead',
  pasteLabel: 'The text',
  pasteHint: 'It is named after its first heading.',
  pasteAdd: 'Add it',
  pasted: 'pasted text',
  list: 'What you are bringing',
  as: (name: string) => `Take ${name} in as`,
  ways: { source: 'as a source', page: 'as a page' },
  waysMore: 'A source is kept as it is, and pages cite its lines. A page becomes the page of the topic in its title.',
  leaveOut: 'Leave out',
  leaveOutNamed: (name: string) => `Leave out ${name}`,
  submit: (n: number) =>
    plural('en', n, { one: 'Bring it in', other: `Bring all ${inWords(n).toLowerCase()} in` }).replace(
      'all two',
      'both',
    ),
  going: 'Coming in.',
  progressLabel: 'How far it is',
  progress: (k: number, of: number) => `${k} of ${of}:`,
  came: 'It is in. Read it',
  cameAsPage: 'It is in. See the page',
  already: 'It was here already, word for word',
  finished: (came: number, refused: number) =>
    [
      plural('en', came, { one: 'One is in.', other: `${inWords(came)} are in.` }),
      refused > 0 &&
        plural('en', refused, {
          one: 'One was refused; why stands beside it.',
          other: `${inWords(refused)} were refused; why stands beside each.`,
        }),
    ]
      .filter(Boolean)
      .join(' '),
  next: 'What they say about a topic goes onto its page. Start a topic they speak of, and look in the sources there.',
  sources: 'What pages are made from',
  noSources: 'Nothing has been brought in yet, and nobody has said anything.',
  find: 'Find a source',
  noneFound: 'None by that name.',
  showAll: (n: number) => `Show all ${n}`,
  saidBy: (name: string, on: string) => `${name}, ${on}`,
  broughtIn: (on: string) => `brought in ${on}`,
  tooLong: {
    problem: 'It has more than two million characters.',
    remedy: 'Bring it in parts.',
  },
  tooLarge: { problem: 'It is larger than 20 MB.', remedy: 'Bring it in parts.' },
  tooLongForPage: {
    problem: 'It has more than five hundred thousand characters, which is too long for a page.',
    remedy: 'Take it in as a source.',
  },
  notUtf8: 'It is not text in UTF-8.',
  notText: {
    problem: 'It is no document that can be read here.',
    remedy: 'Save it as text, PDF, Word, Excel or PowerPoint, or paste its words.',
  },
  empty: { problem: 'There are no words in it.', remedy: 'Leave it out.' },
  unreadable: { problem: 'It could not be read from your device.', remedy: 'Choose it again.' },
  folder: {
    title: 'Import a whole folder',
    lead: 'A vault, Obsidian’s or ours, or a folder of documents: Markdown becomes pages, all else and what is below sources/ becomes sources. The same again changes nothing, and what was written here since stays.',
    choose: 'Choose a folder',
    chooseZip: 'Choose a zip',
    progress: (k: number, of: number) => `${k} of ${of} are in.`,
    came: (pages: number, sources: number) =>
      `${plural('en', pages, { one: 'One page', other: `${inWords(pages)} pages` })} and ${plural('en', sources, { one: 'one source', other: `${inWords(sources).toLowerCase()} sources` })} are in.`,
    notIn: 'These did not come in; nothing of them was lost where they are:',
    noZip: 'It is no zip, or it is damaged.',
  },
  out: {
    title: 'Take it out as files',
    as: 'As what?',
    forms: {
      vault: ['A vault', 'Markdown for Obsidian, an editor, or another Whorl'],
      site: ['A site', 'pages for any browser, without a server'],
      json: ['JSON', 'for a program'],
      llms: ['llms.txt', 'for a language model'],
    } satisfies Record<string, [string, string]>,
    take: 'Take it out',
    packing: 'Packing…',
  },
}
