/** The look keeps to a scale: what letters measure, and what stands between things, read off the CSS. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from './source.ts'

const look = join(root, 'src', 'web', 'look')
const tokens = readFileSync(join(look, 'tokens.css'), 'utf8')
const named = (kind: string) => [...new Set([...tokens.matchAll(new RegExp(`--${kind}-\\d+(?=:)`, 'g'))].map(String))]
const [sizes, spaces] = [named('size'), named('space')]

/** The files that lay out: the CSS, and the theme of the editor, which stands in a root of its own. */
const files = [
  ...globSync('*.css', { cwd: look }).map((name) => join(look, name)),
  join(root, 'src', 'web', 'screens', 'edit', 'editor-look.ts'),
]

type Declared = { where: string; property: string; value: string }

/** Every declaration of a property whose name fits, in CSS or in a theme written as an object. */
function declaredIn(text: string, file: string, property: RegExp): Declared[] {
  const plain = text.replace(/\/\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, ' '))
  const declaration = /(?<![-\w])([a-zA-Z-]+): (?:'([^']*)'|([^;{}'\n]+);)/g
  return [...plain.matchAll(declaration)].flatMap((found) => {
    const name = (found[1] ?? '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    const where = `${file.slice(root.length + 1)}:${plain.slice(0, found.index).split('\n').length}`
    return property.test(name) ? [{ where, property: name, value: (found[2] ?? found[3] ?? '').trim() }] : []
  })
}

const all = (property: RegExp) => files.flatMap((file) => declaredIn(readFileSync(file, 'utf8'), file, property))
const said = ({ where, property, value }: Declared) => `${where} ${property}: ${value}`

const isSize = ({ property, value }: Declared) => {
  const sized = property === 'font' ? value.replace(/^((?:italic|[1-9]00) )+/, '') : value
  if (/^(?:inherit|var\(--name-in-drawing, [\d.]+px\))/.test(sized)) return true
  return sizes.includes(/^var\((--size-\d+)\)/.exec(sized)?.[1] ?? '')
}

/** Tokens of the scale, zero, what the browser works out; a token taken off, or beside what a device keeps for itself. */
const isSpaced = ({ value }: Declared) => {
  const rest = value.replace(/var\((--space-\d+)\)/g, (token, name: string) => (spaces.includes(name) ? 'T' : token))
  const part = String.raw`(?:T|0|auto|calc\(-1 \* T\)|calc\(T \+ env\(safe-area-inset-bottom\)\))`
  return new RegExp(`^${part}(?: ${part}){0,3}$`).test(rest)
}

test('There are at most eight sizes of letters and ten spaces', () => {
  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.length).toBeLessThanOrEqual(8)
  expect(spaces.length).toBeGreaterThan(0)
  expect(spaces.length).toBeLessThanOrEqual(10)
})

test('All letters have a size of the scale', () => {
  const fonts = all(/^font(?:-size)?$/)
  expect(fonts.length).toBeGreaterThan(100)
  expect(fonts.filter((one) => !isSize(one)).map(said)).toEqual([])
})

test('All margins, paddings and gaps are spaces of the scale', () => {
  const layout = all(/^(?:margin|padding)(?:-|$)|^(?:row-|column-)?gap$/)
  expect(layout.length).toBeGreaterThan(300)
  expect(layout.filter((one) => !isSpaced(one)).map(said)).toEqual([])
})

test('A size or a space beside the scale is found', () => {
  const of = (property: string, value: string) => ({ where: '', property, value })
  expect(isSize(of('font-size', '0.9rem'))).toBe(false)
  expect(isSize(of('font', '600 0.9rem / 1.2 var(--sans)'))).toBe(false)
  expect(isSize(of('font-size', 'var(--size-99)'))).toBe(false)
  expect(isSpaced(of('margin', '0 1px'))).toBe(false)
  expect(isSpaced(of('gap', 'var(--space-99)'))).toBe(false)
  expect(isSpaced(of('padding', 'calc(var(--space-1) + 3px)'))).toBe(false)
})
