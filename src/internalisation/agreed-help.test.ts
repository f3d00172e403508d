import fc from 'fast-check'
import { expect, test } from 'vitest'
import { helps } from '../knowledge/index.ts'
import { agreedHelp } from './agreed-help.ts'

const one = fc.constantFrom(...helps, null)

test('Where two say how much help there was, the one that says more help stands, whoever said it', () => {
  expect(agreedHelp('alone', 'help-at-hand')).toBe('help-at-hand')
  fc.assert(
    fc.property(one, one, (said, seen) => {
      const agreed = agreedHelp(said, seen)
      expect(agreed).toBe(agreedHelp(seen, said))
      expect([said, seen]).toContain(agreed)
      for (const each of [said, seen])
        if (agreed && each) expect(helps.indexOf(agreed)).toBeLessThanOrEqual(helps.indexOf(each))
    }),
  )
})

test('What only one of them says stands as they say it', () => {
  for (const help of helps) expect([agreedHelp(help, null), agreedHelp(null, help)]).toEqual([help, help])
  expect(agreedHelp(null, null)).toBeNull()
})
