import { z } from 'zod'
import type { Act } from '../ba/index.ts'
import { fetchForm, searchForm } from './assistants.ts'
import type { Connection } from './connection.ts'
import { proposed, WAITS } from './proposed.ts'
import { scanTool } from './scan-tool.ts'

type ToolInput = Record<string, unknown>

/** A tool as listed, and what a call does. */
export interface Tool {
  name: string
  description: string
  input: z.ZodObject
  reads: boolean
  call: (connection: Connection, agent: string, input: ToolInput) => Promise<ToolInput>
}

/** The tools whose form differs from their act's. */
const forms: Record<string, typeof searchForm> = { search: searchForm, fetch: fetchForm }

/** Appended to the description of paged tools. */
const GOES_ON = 'It goes on where `next` is not null: call it again with that as `after`.'

/** Makes the tools from the acts that declare one, for an agent over HTTP or on this machine. */
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
 * A tool in the protocol's form. Calls change nothing directly, and repeated ones create one
 * proposal.
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
