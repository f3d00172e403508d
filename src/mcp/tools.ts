import { z } from 'zod'
import type { Act } from '../ba/index.ts'
import { fetchForm, searchForm } from './assistants.ts'
import type { Connection } from './connection.ts'
import { openActs } from './open-acts.ts'
import { proposed, WAITS } from './proposed.ts'
import { scanTool } from './scan-tool.ts'

type Given = Record<string, unknown>

/** A tool as agents see it, and what is done when they call it. */
export interface Tool {
  name: string
  description: string
  input: z.ZodObject
  reads: boolean
  call: (connection: Connection, agent: string, input: Given) => Promise<Given>
}

/** The tools whose form is not their act's. */
const forms: Record<string, typeof searchForm> = { search: searchForm, fetch: fetchForm }

/** What an agent beside a folder has no use for: it scans that, and is told at once. */
const scanActs: string[] = ['scan', 'read-scan']

/** Makes the tools from the one list of acts, for an agent that comes in one way or the other. */
export function toolsOf(acts: readonly Act[], connection: Pick<Connection, 'scan'>): Tool[] {
  const named = new Map(acts.map((act) => [act.name, act]))
  const tools = openActs
    .filter((name) => !(connection.scan && scanActs.includes(name)))
    .flatMap((name) => toolOf(named.get(name), named.get('propose')) ?? [])
  return connection.scan ? [...tools, scanTool(connection.scan)] : tools
}

function toolOf(act: Act | undefined, propose: Act | undefined): Tool | undefined {
  if (!act) return undefined
  const { name, says, input, reads } = act
  const form = forms[name]
  if (form)
    return { name, description: says, reads, input: form.input, call: (one, _, given) => form.done(one, act, given) }
  if (reads) return { name, description: says, reads, input, call: (one, _, given) => one.does(act, given) }
  return propose && { name, description: `${says} ${WAITS}`, reads, input, call: proposed(propose, act) }
}

/** A tool as the protocol lists it. Nothing that an agent calls changes anything by itself, and the same again waits once. */
export function listed({ name, description, input, reads }: Tool) {
  const { $schema: _, ...schema } = z.toJSONSchema(input, { io: 'input' })
  return {
    name,
    description,
    inputSchema: { ...schema, type: 'object' as const },
    annotations: { readOnlyHint: reads, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  }
}
