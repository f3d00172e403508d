import { inWords, plural } from '../plural.ts'

/** English for the screens of a scan. */
export const scan = {
  folder: {
    title: 'A folder of documents',
    lead: 'A handbook, a docs folder, a vault. It is read once, and at most five things come of it.',
    choose: 'Choose a folder',
    chooseZip: 'Choose a zip',
    kinds: 'Markdown, text or HTML. What is hidden, and all else, stays on your machine.',
  },
  history: {
    title: 'A repository',
    lead: 'Not the code: only who changed which file, with whom, when, and the first line of why.',
    how: 'In the repository, this writes the history into one file. Look into it before you send it.',
    command: 'The command',
    choose: 'Choose history.txt',
    kinds: 'What git log printed, as text.',
  },
  chat: {
    title: 'A chat export',
    lead: 'Open channels only. Nobody is counted or ranked; only who gave an answer is asked whether to keep it.',
    how: 'In Slack, an owner finds it under Settings, Import and export data, Export. Send the zip as it comes.',
    choose: 'Choose the zip',
    kinds: 'A zip as Slack makes it. Direct messages and closed channels are left out.',
  },
  drop: 'or drop it here',
  offHere: 'This says who did what, and nothing of that kind is read here until an owner turns it on.',
  askOwner: 'Ask an owner of this space to turn it on.',
  promise: 'It is read on the machine that Whorl runs on and sent nowhere. Once it is read, the files are let go.',
  nothingIn: 'There is no document in there that can be read: Markdown, text or HTML.',
  tooMuch: 'That is more than 256 MB at once. Choose a part of it.',
  unnamed: 'Documents',
  sending: 'On its way…',
  scanning: 'Being read…',
  found: (name: string) => `Found in ${name}`,
  lead: 'Worth sending to somebody who would know. A button asks it of everybody here and keeps the document it rests on; until then it is yours alone.',
  none: 'Nothing here that we would send on. What is missing is in people’s heads: ask them.',
  kinds: {
    'held-by-one': 'One person built it',
    'left-to-judgement': 'Left to judgement',
    'past-review': 'Past its own date',
    'unexplained-term': 'Said, and not explained',
    'pages-that-differ': 'Two pages differ',
    'never-done': 'Written, and no record of it being done',
    'asked-twice': 'Asked twice',
    other: 'Found',
  },
  buttons: {
    'left-to-judgement': 'Who decides this?',
    'past-review': 'Is it still true?',
    'pages-that-differ': 'Which holds when?',
    'never-done': 'Who has done this?',
    'asked-twice': 'Keep this?',
  },
  asked: 'It stands as a question on',
  send: 'To send on',
  message: (
    { line, words, button, questions }: { line: string; words: string[]; button: string; questions: string[] },
    link: string,
    name: string,
  ) =>
    [
      `I had Whorl read ${name}, and it stopped here:`,
      line,
      ...(questions.length > 0
        ? questions.map((one, k) => (questions.length === words.length ? `“${words[k]}” ${one}` : one))
        : [words[0] ? `“${words[0]}”` : '', button]),
      'Two lines are enough, or ten minutes of showing. No is fine, and nobody is told.',
      link,
    ]
      .filter(Boolean)
      .join('\n\n'),
  copy: 'Copy',
  copied: 'Copied.',
  letIn: 'Make it a link for somebody who has no account yet',
  letInDone: 'The link now lets one person in, once, within seven days.',
  about: (topics: string) => `It speaks of ${topics}.`,
  unread: (n: number) =>
    plural('en', n, { one: 'One thing was not read', other: `${inWords(n)} things were not read` }),
  read: (documents: number, commits: number, messages: number) =>
    [
      documents > 0 && plural('en', documents, { one: 'One document', other: `${inWords(documents)} documents` }),
      commits > 0 && plural('en', commits, { one: 'One change', other: `${inWords(commits)} changes` }),
      messages > 0 && plural('en', messages, { one: 'One message', other: `${inWords(messages)} messages` }),
    ]
      .filter(Boolean)
      .join(', ')
      .concat(documents + commits + messages > 0 ? ' read.' : 'Nothing was read.'),
  forget: 'Forget this scan',
  forgotten: 'Forgotten. What you sent on stays.',
  earlier: 'Your earlier scans',
}
