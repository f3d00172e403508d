import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { importsOf, root } from './source.ts'

/** What a file imports at run time, files and packages, with all that these import. */
function reachedFrom(path: string, reached = new Set<string>()): Set<string> {
  if (reached.has(path)) return reached
  reached.add(path)
  for (const { from, types } of importsOf({ path, text: readFileSync(join(root, path), 'utf8') })) {
    if (types) continue
    if (from.startsWith('.')) reachedFrom(join(path, '..', from), reached)
    else reached.add(from)
  }
  return reached
}

const packagesFrom = (path: string) => [...reachedFrom(path)].filter((one) => !one.startsWith('src/'))

test('The light entry of the reader of text reaches no package, and no file of another room', () => {
  const reached = reachedFrom('src/text/light.ts')
  expect(packagesFrom('src/text/light.ts')).toEqual([])
  expect([...reached].filter((path) => !path.startsWith('src/text/'))).toEqual([])
  expect(reached).toContain('src/text/blocks/scan.ts')
})

test('What the light entry leaves out is found by the same walk', () => {
  expect(packagesFrom('src/text/index.ts').sort()).toEqual(['smol-toml', 'yaml'])
})
