import { once } from 'node:events'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Connection, Hands } from './connection.ts'
import { speak } from './speak.ts'

/** Serves the agent that started this process, until it closes standard input. */
export async function speakByStdio(connection: Connection, hands: Hands): Promise<void> {
  const server = speak(connection, hands)
  const gone = new Promise<void>((resolve) => {
    server.onclose = resolve
  })
  await server.connect(new StdioServerTransport())
  await Promise.race([once(process.stdin, 'end'), gone])
  await server.close()
}
