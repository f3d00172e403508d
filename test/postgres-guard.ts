/**
 * Runs a PostgreSQL for the tests. When the pipe from the tests closes, however they ended, it
 * stops the server and removes its folders. Started by `postgres.ts` with its arguments as JSON.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'

const { program, args, folders, as } = JSON.parse(process.argv[2] ?? '') as {
  program: string
  args: string[]
  folders: string[]
  as: { uid?: number; gid?: number }
}

const server = spawn(program, args, { ...as, cwd: folders[0], stdio: ['ignore', 'ignore', 'inherit'] })
server.on('error', end)
server.on('exit', end)
process.stdin.resume()
process.stdin.on('end', stop)
process.stdin.on('error', stop)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)

/** Requests a fast shutdown; the folders are removed when the server has ended. */
function stop() {
  server.kill('SIGINT')
}

function end() {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.exit()
}
