import { z } from 'zod'
import { clash, id, line, text, writingAct } from '../ba/index.ts'
import { claimKinds, claimsChanged, correctClaimRow, sayables } from '../knowledge/index.ts'
import { correctedTogether } from './corrected-together.ts'
import { myClaim } from './my-claim.ts'

/** Corrects a line; its original words stay. A group's line then needs assent again. */
export const correctClaim = writingAct({
  name: 'correct-claim',
  says: 'Corrects a line that you said: its statement, when it holds, what it is about, how sayable it is.',
  may: 'member',
  input: z.object({
    claim: id,
    version: z.int(),
    statement: text(1000).optional(),
    holdsWhen: line(200).nullable().optional(),
    kind: z.enum(claimKinds).optional(),
    sayable: z.enum(sayables).optional(),
  }),
  output: z.object({ version: z.number() }),
  run: async (here, given) => {
    const claim = await myClaim(here, given.claim)
    const changed = await correctClaimRow(
      here.tx,
      here.space.id,
      { id: claim.id, version: given.version },
      {
        statement: (given.statement ?? claim.statement).trim().replace(/(?<!\s)\s*[\r\n]+\s*/g, ' '),
        holds_when: given.holdsWhen === undefined ? claim.holds_when : given.holdsWhen,
        kind: given.kind ?? claim.kind,
        sayable: given.sayable ?? claim.sayable,
      },
      here.now,
    )
    if (changed !== 1) throw clash('line')
    await correctedTogether(here, claim)
    await claimsChanged(here, [claim])
    return { version: given.version + 1 }
  },
})
