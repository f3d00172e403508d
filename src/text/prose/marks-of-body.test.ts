import { expect, test } from 'vitest'
import { marksOfBody } from './marks-of-body.ts'

const targets = (body: string) => marksOfBody(body).links.map(({ target, line }) => `${target} ${line}`)

test('Links stand where they are shown: in outlines and fields, not in what a generator takes for code', () => {
  expect(targets('## Use\n\t- See [[Oven]].\n\nkind:: [[Tool]]')).toEqual(['Oven 2', 'Tool 4'])
  expect(targets('{{< highlight toml >}}\n[[menus.main]]\n{{< /highlight >}}\n\n[[Oven]] %% [[Draft]] %%')).toEqual([
    'Oven 5',
  ])
  expect(targets('#+BEGIN_QUERY\n{:query [[Tool]]}\n#+END_QUERY\n!!! note\n    [[Oven]]')).toEqual(['Oven 5'])
})

test('A mark stands in the body where it says', () => {
  const body = 'a:: b\r\n\r\n- [[Oven]] and [[Oven]] ^[run.md:3]\r\n\r\n!!! tip\r\n\r\n    [[Heat|warm]]\r\n'
  const { links, citations } = marksOfBody(body, { line: 10, at: 100 })
  for (const { at, target } of links) expect(body.slice(at - 100)).toMatch(new RegExp(`^\\[\\[${target}`))
  expect(links.map(({ line }) => line)).toEqual([12, 12, 16])
  expect(citations).toMatchObject([{ line: 12, at: 100 + body.indexOf('^[') }])
})
