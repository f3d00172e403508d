/** MCP agents, connected by the official client. */
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { listen } from '../src/http/index.ts'
import { afterwards } from './afterwards.ts'
import type { Door } from './door.ts'
import { root } from './source.ts'
import type { Ground } from './spawned.ts'

// biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the answer it expects.
type Answer = any

/** A connected agent. */
export interface Agent {
  client: Client
  /** Calls a tool and returns its answer; throws if it is refused. */
  does: (tool: string, input?: Record<string, unknown>) => Promise<Answer>
  /** Calls a tool and returns its refusal; throws if it succeeds. */
  isRefused: (tool: string, input?: Record<string, unknown>) => Promise<Answer>
}

/** Serves a door on a free port of this machine, and returns the address. */
export async function onPort(door: Door): Promise<string> {
  const listening = await listen(door.app, { host: '127.0.0.1', port: 0 })
  afterwards(() => listening.stop())
  return `http://127.0.0.1:${listening.port}`
}

/** Connects an agent with a key by streamable HTTP. */
export async function agentBy(url: string, secret: string): Promise<Agent> {
  const requestInit = { headers: { authorization: `Bearer ${secret}` } }
  const transport = new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit })
  return connectAgent(async (client) => client.connect(transport))
}

/** Connects an agent by stdio to a `whorl mcp` of its own, as assistants do. */
export function agentByStdio({ env }: Pick<Ground, 'env'>, ...words: string[]): Promise<Agent> {
  const { DATABASE_URL: _, ...outer } = process.env
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', join(root, 'bin/whorl.js'), 'mcp', ...words],
    cwd: root,
    env: { ...(outer as Record<string, string>), ...env },
    stderr: 'ignore',
  })
  return connectAgent((client) => client.connect(transport))
}

/** Connects an agent over any transport. */
async function connectAgent(connect: (client: Client) => Promise<void>): Promise<Agent> {
  const client = new Client({ name: 'a test', version: '1' })
  await connect(client)
  afterwards(() => client.close())
  const callTool = async (name: string, input = {}) => {
    const { isError, structuredContent, content } = await client.callTool({ name, arguments: input })
    // The structured content must equal the text.
    const [first] = content as { type: string; text: string }[]
    if (JSON.stringify(structuredContent) !== first?.text) throw new Error(`${first?.text} is said otherwise.`)
    return { isError: isError === true, answer: structuredContent as Answer }
  }
  return {
    client,
    does: async (tool, input) => {
      const { isError, answer } = await callTool(tool, input)
      if (isError) throw new Error(JSON.stringify(answer))
      return answer
    },
    isRefused: async (tool, input) => {
      const { isError, answer } = await callTool(tool, input)
      if (!isError) throw new Error(`${tool} was not refused: ${JSON.stringify(answer)}`)
      return answer.error
    },
  }
}
