/**
 * Makes package-lock.json say the same on every machine. Run it after `npm install` (`npm run tidy-lock`):
 * - no download addresses: the registry is the reader's own choice;
 * - no engine ranges: scripts run on the Node 24 that npm brings, whatever Node runs npm, so a range would only warn;
 * - every platform's optional package, also those that the registry at hand did not hold.
 */
import { readFileSync, writeFileSync } from 'node:fs'

type Entry = {
  version?: string
  resolved?: string
  engines?: unknown
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

const file = new URL('package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> }

for (const [path, entry] of Object.entries(lock.packages)) {
  delete entry.resolved
  if (path) delete entry.engines
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!/^\d/.test(version)) continue
    lock.packages[`node_modules/${name}`] ??= {
      version,
      ...platform(name),
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    }
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)

/** Reads os, cpu and libc off a package's name, as `@biomejs/cli-linux-x64-musl` says them. */
function platform(name: string): Entry {
  const os = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'].find((word) => name.includes(word))
  const cpu = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'arm'].find((word) => name.includes(`-${word}`))
  const libc = name.includes('musl') ? 'musl' : name.includes('gnu') ? 'glibc' : undefined
  return { ...(cpu && { cpu: [cpu] }), ...(libc && os === 'linux' && { libc: [libc] }), ...(os && { os: [os] }) }
}
