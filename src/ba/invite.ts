import { z } from 'zod'
import { writingAct } from './act.ts'
import { areaNamed } from './area.ts'
import { makeInvitation } from './invitation.ts'
import { onlyFor } from './noun.ts'
import { roles } from './role.ts'
import { line } from './words.ts'

/** Makes a link that lets one person in. */
export const invite = writingAct({
  name: 'invite',
  says: 'Makes a link that lets one person into the space, once, within seven days.',
  may: 'owner',
  secret: true,
  input: z.object({ role: z.enum(roles).default('member'), areas: z.array(line(80)).max(20).default([]) }),
  output: z.object({ path: z.string(), expiresAt: z.string() }),
  run: async (here, { role, areas }) => {
    const ids = areas
      .map((slug) => areaNamed(here, slug))
      .filter((area) => area.closed)
      .map((area) => area.id)
    const { invitation, token, expiresAt } = await makeInvitation(
      here.tx,
      { space: here.space.id, role, areas: ids, by: here.me.id },
      here,
    )
    here.changed({ invitation }, onlyFor(here.me.id))
    return { path: `/enter#${token}`, expiresAt }
  },
})
