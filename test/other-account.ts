/** PostgreSQL refuses to run as root: as root, its programs run under another account of this machine. */
import { spawnSync } from 'node:child_process'

/** Whom a program runs as; empty for ourselves. */
export type Account = { uid?: number; gid?: number }

/** Ourselves, or for root the account of that name, or else `nobody`. */
export function accountFor(name: string): Account {
  if (process.getuid?.() !== 0) return {}
  for (const candidate of [name, 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((which) => spawnSync('id', [which, candidate], { encoding: 'utf8' }).stdout)
    if (uid?.trim() && gid?.trim()) return { uid: Number(uid), gid: Number(gid) }
  }
  return { uid: 65_534, gid: 65_534 }
}

/** Runs a program to its end under an account, and throws what it said when it fails. */
export function run(program: string, args: string[], as: Account, cwd: string): void {
  const { status, error, stderr } = spawnSync(program, args, { ...as, cwd, encoding: 'utf8', timeout: 60_000 })
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? stderr.trim()}`)
}

/** Says whether the account can run a program at all. */
export function succeeds(program: string, args: string[], as: Account): boolean {
  return spawnSync(program, args, { ...as, cwd: '/', stdio: 'ignore' }).status === 0
}
