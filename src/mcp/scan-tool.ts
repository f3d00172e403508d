import { z } from 'zod'
import { line, unfit } from '../ba/index.ts'
import type { Connection } from './connection.ts'
import type { Tool } from './tools.ts'

const input = z.object({ path: line(4000).describe('The path of a folder on this machine.') })

/** The tool `scan`, for an agent on its person's own machine. */
export const scanTool = (scan: NonNullable<Connection['scan']>): Tool => ({
  name: 'scan',
  description:
    'Reads a folder of documents on this machine, with its git history if it has one, and gives up to five findings worth forwarding, each with the words it rests on. Nothing is sent anywhere, and nothing in the folder is changed.',
  input,
  reads: true,
  call: async (_, __, given) => {
    const parsed = input.strict().safeParse(given)
    if (!parsed.success) throw unfit('path', 'It is missing or of the wrong kind.', 'Send the path of one folder.')
    return scan(parsed.data.path)
  },
})
