import { z } from 'zod'
import type { Act } from '../ba/index.ts'
import { fetchForm, searchForm } from './assistants.ts'
import type { Connection } from './connection.ts'
import { proposed, WAITS } from './proposed.ts'
import { scanTool } from './scan-tool.ts'

type ToolInput = Record<string, unknown>

/** A tool as agents see it, and what is done when they call it. */
export interface Tool {
  name: string
  description: string
  input: z.ZodObject
  reads: boolean
  call: (connection: Connection, agent: string, input: ToolInput) => Promise<ToolInput>
}

/** The tools whose form is not their act's. */
const forms: Record<string, typeof searchForm> = { search: searchForm, fetch: fetchForm }

/** How an agent reads on in a list, or in a text in parts. */
const GOES_ON = 'It goes on where `next` is not null: call it again with that as `after`.'

/**
 * Makes the tools from the acts that say they are one, for an agent that comes by HTTP or is beside
 * a folder.
 */
export function toolsOf(acts: readonly Act[], connection: Pick<Connection, 'scan'>): Tool[] {
  const propose = acts.find(({ name }) => name === 'propose')
  const tools = acts
    .filter(({ tool }) => tool === 'of-all' || (tool === 'by-http' && !connection.scan))
    .flatMap((act) => toolOf(act, propose) ?? [])
  return connection.scan ? [...tools, scanTool(connection.scan)] : tools
}

function toolOf(act: Act, propose: Act | undefined): Tool | undefined {
  const { name, says, input, reads } = act
  const form = forms[name]
  if (form)
    return {
      name,
      description: name === 'fetch' ? `${says} ${GOES_ON}` : says,
      reads,
      input: form.input,
      call: (one, _, given) => form.done(one, act, given),
    }
  const goesOn = 'next' in act.output.shape ? ` ${GOES_ON}` : ''
  if (reads) return { name, description: says + goesOn, reads, input, call: (one, _, given) => one.does(act, given) }
  return propose && { name, description: `${says} ${WAITS}`, reads, input, call: proposed(propose, act) }
}

/**
 * A tool as the protocol lists it. Nothing that an agent calls changes anything by itself, and the
 * same again waits once.
 */
export function listed({ name, description, input, reads }: Tool) {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input' })
  return {
    name,
    description,
    inputSchema: { ...schema, type: 'object' as const },
    annotations: { readOnlyHint: reads, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  }
}
