import { z } from 'zod'
import { areaNamed, byPage, line, next, pageOfList, pageRows, readingAct, rowsAfter } from '../../ba/index.ts'
import { filesOfArea, hashOf } from './files-of-area.ts'

/** What an area has as a vault: to be asked again and again by what keeps a folder in step. */
export const listFiles = readingAct({
  name: 'list-files',
  says: 'Lists the files that an area has as a vault, each with a mark that changes when it does.',
  may: 'reader',
  shows: ['page', 'source', 'topic'],
  input: z.object({ area: line(80).optional(), seen: z.string().max(100).optional(), ...byPage }),
  output: z.object({
    /** The space’s own id: a folder is in step with this one and no other of its name. */
    space: z.string(),
    /** Of the whole list: where it is another on a later page, the list has changed meanwhile. */
    mark: z.string(),
    /** Whether nothing has changed since the list with the mark that was seen; then none is given. */
    same: z.boolean(),
    files: pageRows(
      z.object({
        path: z.string(),
        as: z.enum(['page', 'source']),
        id: z.string(),
        mark: z.string(),
        told: z.boolean(),
      }),
    ),
    next,
  }),
  run: async (here, { area, seen, ...asked }) => {
    const all = await filesOfArea(here, areaNamed(here, area).id)
    const files = all.map((one) => ({
      path: one.path,
      as: one.kind,
      id: one.id,
      mark: one.mark,
      told: one.kind === 'source' && one.told,
    }))
    const mark = hashOf(JSON.stringify(files))
    const { id: space } = here.space
    if (mark === seen) return { space, mark, same: true, files: [], next: null }
    const place = ({ path }: (typeof files)[number]): [string] => [path]
    const page = await pageOfList(asked, {
      from: [''] as [string],
      rows: rowsAfter(files, place),
      place,
      show: (one) => one,
    })
    return { space, mark, same: false, files: page.rows, next: page.next }
  },
})
