/** What an agent that starts the real command finds, whatever store there is. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { agentByStdio } from './agents.ts'
import { ask, found, freshFile, startServer } from './spawned.ts'
import { freshFolder } from './stores.ts'

const SLOW = 60_000

test('An agent scans a folder of this machine before there is any space, and changes nothing in it', {
  timeout: SLOW,
}, async () => {
  const ground = freshFile()
  const folder = freshFolder()
  mkdirSync(join(folder, 'docs'))
  writeFileSync(join(folder, 'docs/purge.md'), '# Cache purge\n\nSee [[Edge cache]]. TODO: who does this at night?\n')
  const agent = await agentByStdio(ground)
  expect(await agent.does('scan', { path: folder })).toMatchObject({ path: folder, documents: 1 })
  expect(readdirSync(folder, { recursive: true })).toEqual(['docs', join('docs', 'purge.md')])
  expect(await agent.isRefused('scan', { path: join(folder, 'nowhere') })).toMatchObject({ field: 'path' })
  expect(await agent.isRefused('scan', {})).toMatchObject({ field: 'path' })
  expect(await agent.isRefused('list-topics')).toMatchObject({
    problem: expect.stringMatching(/^There is no Whorl in \/.+\.$/),
  })
})

test('An agent in several spaces is told which there are', { timeout: SLOW }, async () => {
  const ground = freshFile()
  const server = await startServer(ground)
  await found(server)
  await ask(server, 'create-space', { name: 'Theirs' }, 'house')
  const lost = await agentByStdio(ground)
  expect(await lost.isRefused('list-topics')).toMatchObject({
    field: 'space',
    remedy: expect.stringMatching(/ours, theirs/),
  })
  const there = await agentByStdio(ground, '--space', 'theirs')
  expect((await there.does('list-topics')).topics).toEqual([])
  await server.end('SIGTERM')
})
