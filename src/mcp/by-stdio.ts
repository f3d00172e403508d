import { once } from 'node:events'
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Connection, Hands } from './connection.ts'
import { speak } from './speak.ts'
import { linesWithoutNulls } from './without-nulls.ts'

/** Serves the agent that started this process, until it closes standard input. */
export async function speakByStdio(connection: Connection, hands: Hands): Promise<void> {
  const server = speak(connection, hands)
  const lines = process.stdin.pipe(linesWithoutNulls())
  const gone = new Promise<void>((resolve) => {
    server.onclose = resolve
  })
  await server.connect(new StdioServerTransport(lines))
  await Promise.race([once(lines, 'end'), gone])
  process.stdin.unpipe(lines).pause()
  await server.close()
}
