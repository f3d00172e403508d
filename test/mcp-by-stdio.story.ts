/** The door for agents by standard input and output: the real command, with a server and without one. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { expect, test } from 'vitest'
import { type Agent, connected } from './agents.ts'
import { root } from './source.ts'
import { ask, command, found, freshGround, type Ground, startServer } from './spawned.ts'
import { freshFolder } from './stores.ts'

const SLOW = 60_000

/** An agent that starts `whorl mcp` itself, as assistants do. */
function agentOf({ env }: Pick<Ground, 'env'>, ...words: string[]): Promise<Agent> {
  const { DATABASE_URL: _, ...outer } = process.env
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ['--disable-warning=ExperimentalWarning', join(root, 'bin/whorl.js'), 'mcp', ...words],
    cwd: root,
    env: { ...(outer as Record<string, string>), ...env },
    stderr: 'ignore',
  })
  return connected((client) => client.connect(transport))
}

test('An agent on this machine speaks to the server that runs, and opens the store itself once none does', {
  timeout: SLOW,
}, async () => {
  const ground = await freshGround()
  const server = await startServer(ground)
  await found(server)
  await ask(server, 'start-topic', { title: 'Cache purge' })
  const agent = await agentOf(ground)

  const { tools } = await agent.client.listTools()
  expect(tools.length).toBeLessThanOrEqual(20)
  expect(tools.map(({ name }) => name)).toContain('turn')
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

test('An agent turns a folder of this machine before there is any space, and changes nothing in it', {
  timeout: SLOW,
}, async () => {
  const ground = await freshGround()
  const folder = freshFolder()
  mkdirSync(join(folder, 'docs'))
  writeFileSync(join(folder, 'docs/purge.md'), '# Cache purge\n\nSee [[Edge cache]]. TODO: who does this at night?\n')
  const agent = await agentOf(ground)
  expect(await agent.does('turn', { path: folder })).toMatchObject({ path: folder, documents: 1 })
  expect(readdirSync(folder, { recursive: true })).toEqual(['docs', join('docs', 'purge.md')])
  expect(await agent.isRefused('turn', { path: join(folder, 'nowhere') })).toMatchObject({ field: 'path' })
  expect(await agent.isRefused('turn', {})).toMatchObject({ field: 'path' })
  expect(await agent.isRefused('list-topics')).toMatchObject({ problem: 'Nobody is here yet.' })
})

test('An agent in several spaces is told which there are', { timeout: SLOW }, async () => {
  const ground = await freshGround()
  const server = await startServer(ground)
  await found(server)
  await ask(server, 'create-space', { name: 'Theirs' }, 'house')
  const lost = await agentOf(ground)
  expect(await lost.isRefused('list-topics')).toMatchObject({
    field: 'space',
    remedy: expect.stringMatching(/ours, theirs/),
  })
  const there = await agentOf(ground, '--space', 'theirs')
  expect((await there.does('list-topics')).topics).toEqual([])
  await server.end('SIGTERM')
})

test('The command says how it is used', { timeout: SLOW }, async () => {
  const { code, complained } = await command(await freshGround(), 'mcp', 'everything')
  expect(code).toBe(2)
  expect(complained).toMatch(/npx whorl mcp \[--space SLUG\]/)
})
