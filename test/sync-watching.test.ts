/** The real program keeping a folder in step while it is edited on both sides, killed, and begun again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { afterwards } from './afterwards.ts'
import { root } from './source.ts'
import { ask, found, freshFile, type Ground, startServer } from './spawned.ts'
import { freshFolder } from './stores.ts'

function watching({ env }: Ground, folder: string): ChildProcess {
  const child = spawn(process.execPath, [join(root, 'bin/whorl.js'), 'sync', folder], {
    env: { ...process.env, ...env },
    stdio: 'ignore',
  })
  afterwards(() => {
    child.kill('SIGKILL')
  })
  return child
}

const soon = { timeout: 40_000, interval: 100 }

test('A folder stays in step while both sides are edited, also when it is killed between', {
  timeout: 120_000,
}, async () => {
  const ground = freshFile()
  const server = await startServer(ground)
  await found(server)
  const folder = freshFolder()
  const file = join(folder, 'Purge.md')
  writeFileSync(file, 'One.\n\nTwo.\n')
  const child = watching(ground, folder)
  const page = () => ask(server, 'read-page-text', { topic: 'purge' }).catch(() => ({ markdown: '', version: 0 }))
  const says = async () => (await page()).markdown as string
  await expect.poll(says, soon).toBe('One.\n\nTwo.\n')

  // An editor that writes beside and renames.
  writeFileSync(`${file}.tmp`, 'One, here.\n\nTwo.\n')
  renameSync(`${file}.tmp`, file)
  await expect.poll(says, soon).toBe('One, here.\n\nTwo.\n')
  const edited = async (from: string, to: string) => {
    const { version, markdown } = await page()
    await ask(server, 'edit-page', { topic: 'purge', version, markdown: markdown.replace(from, to) })
  }
  await edited('Two.', 'Two, there.')
  await expect.poll(() => readFileSync(file, 'utf8'), soon).toBe('One, here.\n\nTwo, there.\n')

  child.kill('SIGKILL')
  await once(child, 'exit')
  writeFileSync(file, 'One, again.\n\nTwo, there.\n')
  await edited('Two, there.', 'Two, again.')
  const other = watching(ground, folder)
  await expect.poll(() => readFileSync(file, 'utf8'), soon).toBe('One, again.\n\nTwo, again.\n')
  await expect.poll(says, soon).toBe('One, again.\n\nTwo, again.\n')
  expect(existsSync(join(folder, '.whorl/sync.jsonl'))).toBe(true)
  other.kill('SIGTERM')
  expect(await once(other, 'exit')).toEqual([0, null])
  await server.end('SIGTERM')
})
