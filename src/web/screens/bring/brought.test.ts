import { expect, test } from 'vitest'
import { refusalIn } from '../../client.ts'
import { en } from '../../messages/en.ts'
import { decodeUtf8, fromPaste, nameOf, readFile, titleIn, wayOf, withWay } from './brought.ts'

const file = (name: string, content: string | Uint8Array<ArrayBuffer>, size?: number) => {
  const real = new File([content], name)
  return { name, size: size ?? real.size, arrayBuffer: () => real.arrayBuffer() }
}
const whyNot = async (...given: Parameters<typeof file>) => {
  const { state } = await readFile('1', file(...given))
  return state.is === 'refused' ? refusalIn(state.error).problem : undefined
}

test('a text is called by its front matter, else by its first heading that is none in code', () => {
  expect(titleIn('---\ntitle: "Cache purge"\n---\n# Other')).toBe('Cache purge')
  expect(titleIn('Some words.\n```\n# install\n```\n## Head-room ##\n')).toBe('Head-room')
  expect(titleIn('Runbook\n=======\n')).toBe('Runbook')
  expect(titleIn('#nothing and no heading')).toBe('')
})

test('a page is what has a title of its own; a source of a vault says where it came from', () => {
  expect(wayOf('---\ntitle: Cache purge\n---\nWords.')).toBe('page')
  expect(wayOf('---\r\ntitle: Cache purge\r\nsources: [a.md]\r\n---\r\nWords.')).toBe('page')
  expect(wayOf('---\ntitle: Runbook\nsource: https://example.org\ningestedAt: "2026-01-01"\n---\nWords.')).toBe(
    'source',
  )
  expect(wayOf('# Runbook\n\ntitle: no front matter')).toBe('source')
})

test('a name stays below its folder and has signs that every system can hold', () => {
  expect(nameOf('/edge/../a: "b".md')).toBe('edge/a- -b-.md')
  expect(nameOf(`${'x'.repeat(300)}.markdown`)).toHaveLength(190)
  expect(nameOf('手順書.md')).toBe('手順書.md')
})

test('what is no text, empty or too long says so before it is sent', async () => {
  expect(decodeUtf8(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]).buffer)).toBe('a')
  expect(await whyNot('a.txt', new Uint8Array([0x62, 0xe4, 0x72]))).toBeUndefined()
  expect(await whyNot('a.txt', 'a\0b')).toBe(en.bring.notText.problem)
  expect(await whyNot('a.txt', ' \n')).toBe(en.bring.empty.problem)
  expect(await whyNot('a.txt', 'x'.repeat(2_000_001))).toBe(en.bring.tooLong.problem)
  expect(await whyNot('a.pdf', 'x', 21_000_000)).toBe(en.bring.tooLarge.problem)
  expect(await whyNot('a.txt', 'x'.repeat(2_000_000))).toBeUndefined()
})

test('a page that is too long for one can become a source', async () => {
  const long = await readFile('1', file('a.md', `---\ntitle: A\n---\n${'x'.repeat(500_000)}`))
  expect(long).toMatchObject({ way: 'page', state: { is: 'refused' } })
  expect(withWay(long, 'source').state).toEqual({ is: 'waiting' })
})

test('what is pasted is named after its title', () => {
  expect(fromPaste('1', '# Drain, then purge\n\nWords.')).toMatchObject({
    name: 'Drain- then purge.md',
    title: 'Drain, then purge',
    way: 'source',
  })
})
