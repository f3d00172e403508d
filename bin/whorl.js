#!/usr/bin/env node
// Runs `src/main.ts` on Node 24 or later, whatever Node started this: npm brought one into node_modules.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const main = join(root, 'src', 'main.ts')

// Without a word, it says what there is to say.
if (process.argv.length === 2) process.argv.push('help')

// What V8 makes of the program is kept, so that the next command starts in two thirds of the time.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'whorl')

if (Number.parseInt(process.versions.node, 10) >= 24) {
  // The variable is heard by this process's threads and children, not by itself.
  module.enableCompileCache(process.env.NODE_COMPILE_CACHE)
  await import(pathToFileURL(main).href)
} else passOnTo(findNode())

/** Finds the Node that npm brought, in our own node_modules or in one above us. */
function findNode() {
  const names =
    process.platform === 'win32' ? ['.bin/node.exe', `node-win-${process.arch}/bin/node.exe`] : ['.bin/node']
  for (let folder = root; ; folder = dirname(folder)) {
    const found = names.map((name) => join(folder, 'node_modules', name)).find((path) => existsSync(path))
    if (found) return found
    if (folder === dirname(folder)) break
  }
  console.error(`Whorl needs Node 24 or later. This is ${process.version}, and npm brought no other: try "npm ci".`)
  process.exit(1)
}

/** Becomes, as far as anyone can tell, the other Node: same words, same streams, same signals, same end. */
function passOnTo(node) {
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    // A terminal's Ctrl-C reaches both of us by itself; passed on, it would count twice.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY) || child.kill(signal))
  }
  child.on('error', (error) => {
    console.error(`Whorl could not start ${node}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}
