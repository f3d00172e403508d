/**
 * Runs a PostgreSQL for the tests. When the pipe from the tests closes, however they ended, it
 * stops the server and removes its folders. Started by `postgres.ts` with its arguments as JSON.
 * A line on the pipe that names a signal restarts that PostgreSQL by it: `SIGINT` politely,
 * `SIGQUIT` as in a crash.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'

const { program, args, folders, as } = JSON.parse(process.argv[2] ?? '') as {
  program: string
  args: string[]
  folders: string[]
  as: { uid?: number; gid?: number }
}

let restarting = false
let server = start()
process.stdin.on('data', restart)
process.stdin.on('end', stop)
process.stdin.on('error', stop)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

function start() {
  const started = spawn(program, args, { ...as, cwd: folders[0], stdio: ['ignore', 'ignore', 'inherit'] })
  started.on('error', end)
  started.on('exit', () => {
    if (!restarting) return end()
    restarting = false
    server = start()
  })
  return started
}

function restart(line: Buffer) {
  restarting = true
  server.kill(line.toString().trim() as NodeJS.Signals)
}

/** Requests a fast shutdown; the folders are removed when the server has ended. */
function stop() {
  restarting = false
  server.kill('SIGINT')
}

function end() {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.exit()
}
