import { expect, test } from 'vitest'
import { aliasesAtHead, fieldsAtHead } from './properties.ts'

test('The fields at the head of a body end with the first other line', () => {
  expect([...fieldsAtHead('alias:: Rye\nkind::\ntitle:: a:: b\n\nlate:: x\n')]).toEqual([
    ['alias', 'Rye'],
    ['kind', ''],
    ['title', 'a:: b'],
  ])
  expect(fieldsAtHead('Rye.\nalias:: x').size).toBe(0)
})

test('Other names stand behind commas, also as links', () => {
  expect(aliasesAtHead('- alias:: Rye, [[Sour bread]] , \r\n')).toEqual(['Rye', 'Sour bread'])
})
