import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compose } from '../compose/compose.ts'
import { spokenIn } from '../compose/passages.ts'
import type { Said } from '../compose/said.ts'
import { readPageText } from '../documents/markdown/page-text.ts'
import { type Document, readDocument } from '../documents/sources/read-document.ts'
import { mergePage } from './merge-page.ts'
import { askedFor } from './takes-in.ts'

const TITLE = 'Cache purge'
const sentences = fc.constantFrom(
  'A cache purge is the emptying of a cache.',
  'However, it is slow.',
  'Tell support before you begin.',
  'Purge by key, not by page.',
  'Before you begin:\n\n- drain the pool\n- tell support',
  '```sh\npurge --all\n```',
  '| When | Who |\n| --- | --- |\n| at night | the one on call |',
  'See the next section.',
  'The origin shield stands behind it, and waits.',
)
const part = fc.tuple(
  fc.constantFrom('## How', '## When it is hard', '### Again', ''),
  fc.array(sentences, { maxLength: 4 }),
)
const source = fc
  .tuple(fc.constantFrom('# Cache purge', '# Runbook\n\n## Cache purge', ''), fc.array(part, { maxLength: 3 }))
  .map(
    ([title, parts]) =>
      `${[title, ...parts.flatMap(([heading, said]) => [heading, ...said])].filter(Boolean).join('\n\n')}\n`,
  )
const claim = fc.record<Said>({
  statement: fc.constantFrom('It hums before it breaks', 'Never at noon', 'Wait for the queue'),
  holdsWhen: fc.constantFrom(null, 'in the old cluster'),
  kind: fc.constantFrom('what', 'hard', 'steps', 'once'),
  sayable: fc.constantFrom('easily', 'shown'),
  source: fc.constant('answers/mara.md'),
  fromLine: fc.integer({ min: 1, max: 9 }),
  toLine: fc.constant(9),
})
const round = fc.record({ sources: fc.array(source, { maxLength: 3 }), said: fc.array(claim, { maxLength: 3 }) })

const FRONT = `zebra: [1,  2]   # odd, and mine
aliases:
  - "The Purge"
  - purge-it  # from the old wiki
keeper: 'Mara'
owner: &who {name: Ben}
`
const MINE = [
  'Mine: the left valve sticks. [[Valve]]',
  '> Ask Ben.',
  '```\nmy own\n\ncode\n```',
  '- one of mine\n- another',
]

const links = [{ title: 'Origin shield', keys: ['origin shield'] }]
const composedOf = ({ sources, said }: { sources: string[]; said: Said[] }) => {
  const passages = sources.flatMap((text, n) => {
    const document = readDocument(`s${n}.md`, Buffer.from(text)) as Document
    const spoken = spokenIn(document, [TITLE]).filter(({ name }) => name === 'cache purge')
    return spoken.map((one) => ({ ...one, source: `s${n}.md`, title: document.title }))
  })
  return compose({ title: TITLE, said, passages, links, near: ['Origin shield'] })
}

test('Whatever sources and people say next, a person’s blocks, aliases and fields stand on the page as they wrote them', () => {
  const rounds = fc.array(round, { minLength: 2, maxLength: 5 })
  fc.assert(
    fc.property(rounds, fc.nat(), fc.constantFrom('\n', '\r\n'), ([first, ...others], where, eol) => {
      const made = mergePage({
        title: TITLE,
        composed: composedOf(first ?? { sources: [], said: [] }),
        current: null,
        base: '',
        now: 'T0',
      })
      const { body } = readPageText(made.text)
      const blocks = body.trim().split('\n\n')
      // Not inside what stands there: a person writes between blocks.
      const at = where % (blocks.length + 1)
      const inFence = blocks.slice(0, at).join('\n\n').split('```').length % 2 === 0
      const mine = [...blocks.slice(0, inFence ? 0 : at), ...MINE, ...blocks.slice(inFence ? 0 : at)].join('\n\n')
      let page = made.text.slice(0, -body.length).replace(/---\n\n?$/, `${FRONT}---\n\n`)
      page = `${page}${mine}\n`.replaceAll('\n', eol)
      let base = made.base
      for (const [n, one] of others.entries()) {
        const composed = composedOf(one)
        const merged = mergePage({ title: TITLE, composed, current: page, base, now: `T${n + 1}` })
        // What is new stands on it, and the same again changes nothing.
        const again = mergePage({ title: TITLE, composed, current: merged.text, base: merged.base, now: 'T9' })
        expect(again.text).toBe(merged.text)
        page = merged.text
        base = merged.base
      }
      const written = (text: string) => text.replaceAll('\n', eol)
      for (const block of MINE) expect(page.split(written(block)).length).toBe(2)
      const places = MINE.map((block) => page.indexOf(written(block)))
      expect(places).toEqual([...places].sort((a, b) => a - b))
      for (const line of FRONT.trimEnd().split('\n')) expect(page.split(/\r?\n/)).toContain(line)
      if (eol === '\r\n') expect(page.replaceAll('\r\n', '')).not.toContain('\n')
    }),
    { numRuns: 60 },
  )
})

test('A page that somebody wrote whole keeps every byte of theirs: before anybody asks for sources, and after', () => {
  const rounds = fc.array(round, { minLength: 1, maxLength: 4 })
  const own = fc.uniqueArray(fc.constantFrom('# Cache purge', '## How', 'Ours. ^[s0.md:3-5]', ...MINE), {
    minLength: 1,
  })
  fc.assert(
    fc.property(rounds, rounds, own, fc.constantFrom('\n', '\r\n'), (before, after, blocks, eol) => {
      const front = `---\n${FRONT}---\n`.replaceAll('\n', eol)
      let page = `${front}${eol}${blocks.join('\n\n').replaceAll('\n', eol)}${eol}`
      let base = ''
      const merges = (composed: ReturnType<typeof composedOf>, onlySaid: boolean) => {
        const merge = (current: string, last: string) =>
          mergePage({ title: TITLE, composed, current, base: last, now: 'T1', onlySaid })
        const merged = merge(page, base)
        expect(merge(merged.text, merged.base).text).toBe(merged.text)
        page = merged.text
        base = merged.base
        const lines = page.split(/\r?\n/)
        let at = -1
        for (const line of blocks.flatMap((block) => block.split('\n'))) {
          at = lines.indexOf(line, at + 1)
          expect(at).toBeGreaterThan(-1)
        }
      }
      for (const { said } of before) merges(composedOf({ sources: [], said }), true)
      expect(page.startsWith(front)).toBe(true)
      base = askedFor(base)
      for (const one of after) merges(composedOf(one), false)
      for (const line of FRONT.trimEnd().split('\n')) expect(page.split(/\r?\n/)).toContain(line)
    }),
    { numRuns: 60 },
  )
})

test('Nothing stands on a page that no source and nobody said, and every paragraph cites lines that say it', () => {
  fc.assert(
    fc.property(round, ({ sources, said }) => {
      const { body } = composedOf({ sources, said })
      const plain = (text: string) =>
        text
          .replace(/\[\[(?:[^\]|]*\|)?([^\]]*)\]\]/g, '$1')
          .replace(/[^\p{L}\p{N}]+/gu, ' ')
          .trim()
      const everything = plain(
        [...sources, ...said.map(({ statement, holdsWhen }) => `${statement} ${holdsWhen ?? ''}`)].join('\n'),
      )
      for (const block of body.split(/\n\n(?=\S)/).slice(1)) {
        if (/^(?:#|Related: |```|\||-)/.test(block)) continue
        expect(block).toMatch(/\^\[[^\]]+\]/)
        const bare = block.replace(/^(?:\d+\. |> )/gm, '').replaceAll(' (in the old cluster)', '')
        for (const sentence of bare.split(/(?<=[.:]) |\^\[[^\]]*\]/)) {
          const words = plain(sentence)
          expect(everything).toContain(words)
        }
        for (const [, name, from, to] of block.matchAll(/\^\[(s\d)\.md:(\d+)(?:-(\d+))?/g)) {
          const lines = (sources[Number(name?.slice(1))] ?? '')
            .split('\n')
            .slice(Number(from) - 1, Number(to ?? from))
            .join(' ')
          expect(plain(lines)).toContain(
            plain(block.split('^[')[0] ?? '')
              .split(' ')
              .slice(0, 4)
              .join(' '),
          )
        }
      }
    }),
    { numRuns: 150 },
  )
})
