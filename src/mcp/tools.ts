import { z } from 'zod'
import { type Act, line, Refusal, unfit } from '../ba/index.ts'
import { fetchForm, searchForm } from './assistants.ts'
import type { Connection } from './connection.ts'
import { openActs } from './open-acts.ts'

type Given = Record<string, unknown>

/** A tool as agents see it, and what is done when they call it. */
export interface Tool {
  name: string
  description: string
  inputSchema: { type: 'object'; [more: string]: unknown }
  annotations: { readOnlyHint: boolean; destructiveHint: boolean; idempotentHint: boolean; openWorldHint: boolean }
  call: (connection: Connection, agent: string, input: Given) => Promise<Given>
}

const WAITS = 'It is not done at once: it waits for the person whose agent you are, who does it or says no.'

const turnActs: string[] = ['turn', 'read-turn']

/** Makes the tools from the one list of acts; an agent on one's own machine turns a folder by its path. */
export function toolsOf(acts: readonly Act[], connection: Pick<Connection, 'turn'>): Tool[] {
  const named = (name: string) => acts.find((act) => act.name === name)
  const propose = named('propose')
  const [search, fetch] = [named('search'), named('fetch')]
  return [
    ...(search ? [tool(search, searchForm.input, async (one, _, input) => searchForm.done(one, search, input))] : []),
    ...(fetch ? [tool(fetch, fetchForm.input, async (one, _, input) => fetchForm.done(one, fetch, input))] : []),
    ...openActs.flatMap((name) => {
      // Beside its folder, a turn by sending the documents is no use.
      if (connection.turn && turnActs.includes(name)) return name === turnTool.name ? [turnTool] : []
      const act = named(name)
      if (!act) return []
      if (act.reads) return [tool(act, act.input, (one, _, input) => one.does(act, input))]
      return propose ? [tool(act, act.input, (one, agent, input) => proposed(one, propose, act, agent, input))] : []
    }),
  ]
}

function tool(act: Act, input: z.ZodObject, call: Tool['call']): Tool {
  return {
    name: act.name,
    description: act.reads ? act.says : `${act.says} ${WAITS}`,
    inputSchema: schemaOf(input),
    annotations: hints(act.reads),
    call,
  }
}

/** Nothing that an agent calls changes anything by itself, and the same again waits only once. */
const hints = (readOnlyHint: boolean): Tool['annotations'] => ({
  readOnlyHint,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: false,
})

function schemaOf(schema: z.ZodObject): Tool['inputSchema'] {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return { ...rest, type: 'object' }
}

async function proposed(connection: Connection, propose: Act, act: Act, agent: string, input: Given): Promise<Given> {
  const { proposal, waitsFor } = await connection.does(propose, { act: act.name, input, agent }).catch((error) => {
    throw error instanceof Refusal ? outOfProposal(error) : error
  })
  return { waits: true, for: waitsFor, proposal, says: `Nothing is done yet. It waits for ${waitsFor} in Whorl.` }
}

/** The agent knows nothing of proposals: what is wrong is wrong with a field of the tool. */
const outOfProposal = ({ kind, field, problem, remedy }: Refusal) =>
  new Refusal(kind, { ...(field && { field: field.replace(/^input\./, '') }), problem, remedy })

const turnInput = z.object({ path: line(4000) })

const turnTool: Tool = {
  name: 'turn',
  description:
    'Reads a folder of documents on this machine, with its git history if it has one, and gives up to five findings worth forwarding, each with the words it rests on. Nothing is sent anywhere, and nothing in the folder is changed.',
  inputSchema: schemaOf(turnInput),
  annotations: hints(true),
  call: async (connection, _, input) => {
    const given = turnInput.strict().safeParse(input)
    if (!given.success) throw unfit('path', 'It is missing or of the wrong kind.', 'Send the path of one folder.')
    return connection.turn?.(given.data.path) ?? {}
  },
}
