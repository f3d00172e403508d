import { z } from 'zod'
import { clash, line, orAbsent, writingAct } from '../../ba/index.ts'
import { pageOf, topicNamed, topicRef } from '../../knowledge/index.ts'
import { outdatedOn, repointed } from '../documents/index.ts'
import { savePage } from './save-page.ts'

/** The act `still-holds`: confirms that a citation holds for the changed lines of its source. */
export const stillHolds = writingAct({
  name: 'still-holds',
  says: 'Says that a citation still holds, though the lines that it cites have changed: it cites them as they are now.',
  may: 'member',
  input: z.object({ topic: topicRef, version: z.int(), name: line(300), fromLine: z.int(), toLine: z.int() }),
  output: z.object({ version: z.number() }),
  run: async (here, { topic: ref, version, name, fromLine, toLine }) => {
    const { tx, space, me } = here
    const topic = await topicNamed(here, ref)
    const page = orAbsent(await pageOf(tx, space.id, topic.id), 'topic', 'page')
    const outdated = await outdatedOn(here, topic)
    const found = outdated.find((one) => one.name === name && one.from_line === fromLine && one.to_line === toLine)
    const meant = orAbsent(found?.now.changed ? found : undefined, 'name', 'citation that has changed')
    // Moved citations are renumbered too, so that no two end up with the same lines.
    const moves = outdated.filter((one) => one === meant || !one.now.changed)
    const saved = await savePage(here, topic, {
      markdown: repointed(page.markdown, moves),
      // The base is renumbered too, so that the compiler's blocks stay its own.
      base: repointed(page.base, moves),
      read: version,
      by: me.id,
      holds: moves.map((one) => ({ name: one.name, from_line: one.now.fromLine, to_line: one.now.toLine })),
    })
    if (saved === null || page.version !== version) throw clash('page')
    return { version: saved }
  },
})
