/** The acts that are open to agents, in the order in which they are listed. */
export const openActs = [
  // reading
  'search',
  'fetch',
  'what-was-said',
  'who-knows',
  'read-page',
  'read-page-text',
  'list-topics',
  'list-questions',
  'list-claims',
  'read-source',
  'lineage',
  'the-whole',
  'read-scan',
  'today',
  // writing: each waits for a person
  'ask',
  'start-topic',
  'answer',
  'import-source',
  'edit-page',
  'scan',
] as const
