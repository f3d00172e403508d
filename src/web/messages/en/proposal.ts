/** English for the proposals of agents. */
export const proposal = {
  more: (n: number) => ` … and ${n} characters more, not shown.`,
  note: (agent: string) => `${agent}, an agent of yours · only you see this`,
  would: {
    ask: {
      of: '{agent} would like to ask about {topic}, in your name.',
      alone: '{agent} would like to ask something, in your name.',
    },
    answer: {
      of: '{agent} would like to answer about {topic}, in your name.',
      alone: '{agent} would like to answer, in your name.',
    },
    'start-topic': {
      of: '{agent} would like to start a topic, in your name.',
      alone: '{agent} would like to start a topic, in your name.',
    },
    'import-source': {
      of: '{agent} would like to bring a text in, in your name.',
      alone: '{agent} would like to bring a text in, in your name.',
    },
    scan: {
      of: '{agent} would like to have documents scanned, for you alone.',
      alone: '{agent} would like to have documents scanned, for you alone.',
    },
    'edit-page': {
      of: '{agent} would like the page of {topic} to read like this.',
      alone: '{agent} would like to write on a page, in your name.',
    },
  },
  wouldElse: {
    of: '{agent} would like to do “{act}” on {topic}, in your name.',
    alone: '{agent} would like to do “{act}”, in your name.',
  },
  fields: {
    topic: 'Topic',
    question: 'Question',
    words: 'Words',
    of: 'To',
    request: 'Request',
    title: 'Title',
    area: 'Area',
    name: 'Name',
    text: 'Text',
    origin: 'From',
    markdown: 'The page',
    statement: 'Line',
    documents: 'Documents',
  },
  doIt: 'Do it',
  no: 'No',
  done: 'Done, in your name.',
  declined: 'Left. Nothing was done.',
}
