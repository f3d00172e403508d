import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './source.ts'
import { freshFolder } from './stores.ts'

/** A clone whose `src/main.ts` is the given one, and a command in it that believes to run on an old Node. */
function cloneWith(main: string) {
  const folder = freshFolder()
  for (const name of ['bin', 'src']) mkdirSync(join(folder, name))
  copyFileSync(join(root, 'bin', 'whorl.js'), join(folder, 'bin', 'whorl.js'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  writeFileSync(join(folder, 'src', 'main.ts'), main)
  const old = join(folder, 'old.cjs')
  writeFileSync(old, "Object.defineProperty(process.versions, 'node', { value: '20.0.0' })")
  return { command: join(folder, 'bin', 'whorl.js'), onOldNode: ['--require', old] }
}

test('The command passes words and the exit code on to Node 24', () => {
  const { command, onOldNode } = cloneWith(
    'const said: string[] = process.argv.slice(2)\nconsole.log(process.pid, said.join()); process.exit(7)',
  )
  const old = spawnSync(process.execPath, [...onOldNode, command, 'ask', 'a b'], { encoding: 'utf8' })
  expect(old.stdout).toMatch(/^\d+ ask,a b\n$/)
  expect(old.status).toBe(7)
  expect(Number.parseInt(old.stdout, 10)).not.toBe(old.pid)

  const now = spawnSync(process.execPath, [command, 'ask', 'a b'], { encoding: 'utf8' })
  expect(now.stdout).toBe(`${now.pid} ask,a b\n`)
})

test('The command passes signals on and waits for an orderly end', async () => {
  const { command, onOldNode } = cloneWith(`
    process.on('SIGTERM', () => setTimeout(() => { console.log('closed'); process.exit(3) }, 50))
    setInterval(() => {}, 1000)
    console.log('open')`)
  const child = spawn(process.execPath, [...onOldNode, command], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
    if (said === 'open\n') child.kill('SIGTERM')
  })
  const [code] = await once(child, 'close')
  expect(said).toBe('open\nclosed\n')
  expect(code).toBe(3)
})
