import { z } from 'zod'
import { areaNamed, byPage, line, next, pageOfList, pageRows, readingAct, rowsAfter } from '../../ba/index.ts'
import { filesOfArea, hashOf } from './files-of-area.ts'

/** The act `list-files`: the files of an area with their marks, polled by `sync`. */
export const listFiles = readingAct({
  name: 'list-files',
  says: 'Lists the files that an area has as a vault, each with a mark that changes when it does.',
  may: 'reader',
  shows: ['page', 'source', 'topic'],
  input: z.object({ area: line(80).optional(), seen: z.string().max(100).optional(), ...byPage }),
  output: z.object({
    /** The space’s id, since a folder is in step with one space only. */
    space: z.string(),
    /**
     * The mark of the whole list; a different one on a later page means that the list has changed.
     */
    mark: z.string(),
    /** Whether the list still has the mark in `seen`; then it is left out. */
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
