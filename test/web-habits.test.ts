/** The web's own habits, read off its files: one way to press, one way to fill a form, one place where acts are called. */
import { describe, expect, test } from 'vitest'
import { silentCatchesIn } from './silent-catches.ts'
import { importsOf, lineAt, type Node, nodesOf, parse, type Source, sourcesIn } from './source.ts'

const web = sourcesIn('src/web', { tests: false })

test('Nothing that is refused is swallowed in the pages', () => {
  expect(web.flatMap(silentCatchesIn)).toEqual([])
})

describe('A silent catch is found', () => {
  const found = (text: string) => silentCatchesIn({ path: 'a.ts', text }).length
  test.each([
    'try { go() } catch {}',
    'try { go() } catch (error) { give = undefined }',
    'go().catch(() => undefined)',
    'go().catch((error) => null)',
    'go().catch(function () {})',
    'go().then(say, () => {})',
    'go()?.catch(() => [])',
  ])('%s', (text) => expect(found(text)).toBe(1))
  test.each([
    'try { go() } catch (error) { if (error instanceof DOMException) give = undefined; else throw error }',
    'go().catch((error) => say(error))',
    'go().catch(offline)',
    'go().then(say)',
  ])('and %s is none', (text) => expect(found(text)).toBe(0))
})

test('Acts are called in one place, lists of pages in one beside it, and what was read is kept there', () => {
  const here = ['src/web/reading.ts', 'src/web/use-act.ts', 'src/web/use-pages.ts']
  const elsewhere = web.filter(({ path }) => !here.includes(path))
  const callers = elsewhere.filter(({ text }) =>
    /\bimport \{[^}]*\b(?:call|write)\b[^}]*\} from '[./]*client\.ts'/.test(text),
  )
  expect(callers.map(({ path }) => path)).toEqual([])
  const keepers = elsewhere.filter((source) => importsOf(source).some(({ from }) => from === '@tanstack/react-query'))
  // The first gives the cache to all screens, the second has a screen that failed ask again, the third reads no act.
  expect(keepers.map(({ path }) => path)).toEqual([
    'src/web/main.tsx',
    'src/web/parts/Refusal.tsx',
    'src/web/screens/Enter.tsx',
  ])
})

test('No screen asks again by the clock: what changed is told by the stream', () => {
  const asking = web.filter(({ text }) => /refetchInterval|\bsetInterval\(/.test(text))
  // The first looks where no stream comes through; the second counts minutes, and asks nothing.
  expect(asking.map(({ path }) => path)).toEqual(['src/web/live.ts', 'src/web/screens/story/use-minutes-left.ts'])
})

test('A form is a Form, and only a Form and its end submit', () => {
  const places = web.flatMap((source) => [...elements(source, 'form'), ...submits(source)])
  expect([...new Set(places.map((place) => place.split(':')[0]))]).toEqual(['src/web/parts/Form.tsx'])
})

/** Where an element is written: `src/web/parts/Form.tsx:50`. */
const elements = (source: Source, name: string): string[] =>
  nodesOf(parse(source).program)
    .filter((node) => node.type === 'JSXOpeningElement' && (node.name as Node).name === name)
    .map(({ start }) => `${source.path}:${lineAt(source.text, start)}`)

const submits = (source: Source): string[] =>
  nodesOf(parse(source).program)
    .filter(({ type, name, value }) => {
      return type === 'JSXAttribute' && (name as Node).name === 'type' && (value as Node | null)?.value === 'submit'
    })
    .map(({ start }) => `${source.path}:${lineAt(source.text, start)}`)
