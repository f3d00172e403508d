/**
 * Finds a Chromium for the tests: the npm package's, else an installed one.
 * `WHORL_TEST_BROWSER` = `packaged`, `none`, or a path to a Chromium restricts the choice.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { keptFolder } from './ground.ts'

/** A Chromium and the environment it needs. */
export type BrowserProgram = { path: string; env: NodeJS.ProcessEnv }

/** Yields the browsers to try, best first; lazily, since finding installed ones takes time. */
export function* browserPrograms(): Generator<BrowserProgram> {
  const only = process.env.WHORL_TEST_BROWSER
  if (only === 'none') return
  if (only && only !== 'packaged') return yield { path: only, env: process.env }
  if (process.platform === 'linux' && process.arch === 'x64') yield unpackedBrowser()
  if (only !== 'packaged') for (const path of installedBrowsers()) yield { path, env: process.env }
}

/** The packaged browser, unpacked once per version into a folder shared by all processes. */
function unpackedBrowser(): BrowserProgram {
  const packaged = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..', 'package.json')
  const { version } = JSON.parse(readFileSync(packaged, 'utf8')) as { version: string }
  const folder = join(keptFolder(), `whorl-browser-${version}-${process.getuid?.() ?? 0}`)
  if (!existsSync(folder)) unpackInto(folder)
  if (process.getuid && statSync(folder).uid !== process.getuid()) throw new Error(`${folder} is not ours`)
  const path = join(folder, 'chromium')
  const env: NodeJS.ProcessEnv = { ...process.env, FONTCONFIG_PATH: join(folder, 'fonts') }
  if (lacksLibraries(path)) {
    env.LD_LIBRARY_PATH = [join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  }
  return { path, env }
}

/** Unpacks into a temporary folder and renames it (atomic); in a race the first rename wins. */
function unpackInto(folder: string): void {
  const temporary = mkdtempSync(`${folder}.`)
  try {
    const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'unpack-browser.ts')], {
      // With `AWS_EXECUTION_ENV` the package unpacks its shared libraries, too.
      env: { ...process.env, TMPDIR: temporary, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`The packaged browser could not be unpacked: ${stderr}`)
    writeFileSync(join(temporary, 'fonts', 'fonts.conf'), fontsConfig(folder))
    renameSync(temporary, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'chromium'))) throw error
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

/**
 * The fontconfig file: packaged fonts first, so that screenshots differ little between machines,
 * then the machine's for missing glyphs.
 */
function fontsConfig(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <alias><family>sans-serif</family><prefer><family>Open Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>Open Sans</family></prefer></alias>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`
}

function lacksLibraries(path: string): boolean {
  const { stdout } = spawnSync('ldd', [path], { encoding: 'utf8' })
  return stdout?.includes('not found') ?? false
}

function* installedBrowsers(): Generator<string> {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const name of names) if (existsSync(join(folder, name))) yield join(folder, name)
  }
  yield* globSync([
    `${homedir()}/.cache/ms-playwright/chromium*/chrome-*/{chrome,headless_shell,chrome-headless-shell}`,
    '/Applications/{Google Chrome,Chromium,Microsoft Edge}.app/Contents/MacOS/{Google Chrome,Chromium,Microsoft Edge}',
    'C:/Program Files*/{Google/Chrome,Microsoft/Edge}/Application/{chrome,msedge}.exe',
  ])
}
