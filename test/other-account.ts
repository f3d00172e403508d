/** Runs programs under another account when we are root, since PostgreSQL refuses to run as root. */
import { spawnSync } from 'node:child_process'

/** The account of a program; empty for our own. */
export type Account = { uid?: number; gid?: number }

/** Our own account, or, as root, the one with this name, else `nobody`. */
export function accountFor(name: string): Account {
  if (process.getuid?.() !== 0) return {}
  for (const candidate of [name, 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((which) => spawnSync('id', [which, candidate], { encoding: 'utf8' }).stdout)
    if (uid?.trim() && gid?.trim()) return { uid: Number(uid), gid: Number(gid) }
  }
  return { uid: 65_534, gid: 65_534 }
}

/** Runs a program to its end under an account; throws its error output if it fails. */
export function run(program: string, args: string[], as: Account, cwd: string): void {
  const { status, error, stderr } = spawnSync(program, args, { ...as, cwd, encoding: 'utf8', timeout: 60_000 })
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr.trim()}`)
}

/** Whether the account can run a program. */
export function succeeds(program: string, args: string[], as: Account): boolean {
  return spawnSync(program, args, { ...as, cwd: '/', stdio: 'ignore' }).status === 0
}
