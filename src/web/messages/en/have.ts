/** English for the screen of “What do you have?”. */
export const have = {
  title: 'What do you have?',
  lead: 'Any one of these is enough to begin. What is found is yours alone until you ask about it.',
  bring: 'Bring something in',
  folder: {
    title: 'A folder of documents',
    gives: 'What a handbook leaves to judgement, what is past its date, what everybody says and nobody explains.',
  },
  history: {
    title: 'A repository',
    gives: 'What one person alone has built and others touch now, with three questions to ask while they are here.',
  },
  chat: {
    title: 'A chat export',
    gives: 'What was asked twice and answered twice, and the answer worth keeping.',
  },
  story: {
    title: 'Something you know',
    gives: 'One time when it was hard and you decided: eight minutes, on your phone, and a page comes of it.',
  },
  puzzled: {
    title: 'New here?',
    gives: 'What puzzled you today, a line at a time: each gets a page, a person, or is asked without your name.',
  },
}
