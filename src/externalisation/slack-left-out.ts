/** Why a message of an export is not read. */
export type LeftOut = 'app' | 'notice' | 'deleted' | 'passed' | 'file' | 'empty' | 'orphan' | 'unlisted'

const SAYS: Record<LeftOut, [one: string, many: string]> = {
  app: ['post by an app is left out', 'posts by apps are left out'],
  notice: [
    'notice of joining, leaving and the like is left out',
    'notices of joining, leaving and the like are left out',
  ],
  deleted: ['message that was deleted is left out', 'messages that were deleted are left out'],
  passed: [
    'message that only passes on what others wrote is left out',
    'messages that only pass on what others wrote are left out',
  ],
  file: ['file that came without words is left out', 'files that came without words are left out'],
  empty: ['message has no words that could be read', 'messages have no words that could be read'],
  orphan: [
    'reply is read without the message it answers, which is not in the export',
    'replies are read without the messages they answer, which are not in the export',
  ],
  unlisted: [
    'person is in no list of people and named by what messages call them, or not at all',
    'people are in no list of people and named by what messages call them, or not at all',
  ],
}

/** Counts what is left out, with the place of the first of each kind. */
export function countLeftOut() {
  const counts = new Map<LeftOut, { many: number; first: string }>()
  return {
    add(kind: LeftOut, { path, index }: { path: string; index: number }): void {
      const known = counts.get(kind)
      if (known) known.many++
      else counts.set(kind, { many: 1, first: `${path}:${index + 1}` })
    },
    /** One sentence a kind. */
    notes: (): string[] =>
      [...counts]
        .sort(([, a], [, b]) => b.many - a.many)
        .map(([kind, { many, first }]) => {
          const [one, more] = SAYS[kind]
          return many === 1 ? `1 ${one} (${first}).` : `${many} ${more} (the first: ${first}).`
        }),
  }
}
