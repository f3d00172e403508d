import { z } from 'zod'
import { byPage, next, pageOfList, pageRows, readingAct, rowsAfter, UPWARDS } from '../../ba/index.ts'
import { proposalsFor } from '../../ledger/index.ts'
import { shownProposal, showProposal } from './proposal.ts'

/** Lists the proposals of the caller's agents. */
export const listProposals = readingAct({
  name: 'list-proposals',
  says: 'Lists what your agents would do and waits for you; nobody else sees it.',
  may: 'reader',
  shows: ['proposal', 'agent'],
  input: z.object(byPage),
  output: z.object({ proposals: pageRows(shownProposal), next }),
  run: async (here, asked) => {
    const waiting = await proposalsFor(here.tx, here.space.id, here.me.id)
    const place = ({ made_at, id }: (typeof waiting)[number]): [string, string] => [made_at, id]
    const page = await pageOfList(asked, {
      from: UPWARDS,
      rows: rowsAfter(waiting, place),
      place,
      show: (row) => showProposal(here, row),
    })
    return { proposals: page.rows, next: page.next }
  },
})
