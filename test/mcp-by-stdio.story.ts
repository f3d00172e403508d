/** The door for agents by standard input and output: the real command, with a server and without one. */
import { expect, test } from 'vitest'
import { agentByStdio } from './agents.ts'
import { ask, found, freshGround, startServer } from './spawned.ts'

test('An agent on this machine speaks to the server that runs, and opens the store itself once none does', {
  timeout: 60_000,
}, async () => {
  const ground = await freshGround()
  const server = await startServer(ground)
  await found(server)
  await ask(server, 'start-topic', { title: 'Cache purge' })
  const agent = await agentByStdio(ground)

  const { tools } = await agent.client.listTools()
  expect(tools.length).toBeLessThanOrEqual(20)
  expect(tools.map(({ name }) => name)).toContain('scan')
  expect((await agent.does('list-topics')).topics.map((one: { title: string }) => one.title)).toEqual(['Cache purge'])
  const { proposal } = await agent.does('ask', { topic: 'cache-purge', words: 'How is it purged?' })
  expect(await ask(server, 'list-questions', {})).toMatchObject({ questions: [] })
  const { proposals } = await ask(server, 'list-proposals', {})
  expect(proposals).toMatchObject([{ id: proposal, agent: 'a test', act: 'ask' }])
  expect((await agent.isRefused('ask', { topic: 'cache-purge', words: '' })).field).toBe('words')

  await server.end('SIGTERM')
  expect((await agent.does('list-topics')).topics).toHaveLength(1)
  // The folder is free again for a server, and the agent speaks to that.
  const again = await startServer(ground)
  await ask(again, 'accept-proposal', { proposal })
  const { questions } = await agent.does('list-questions', { topic: 'cache-purge' })
  expect(questions).toMatchObject([{ words: 'How is it purged?' }])
  await again.end('SIGTERM')
})
