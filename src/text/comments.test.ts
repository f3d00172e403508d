import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commentsIn, overComments, textWithoutComments, withoutComments } from './comments.ts'

test('A comment is never shown because of what stands in it', () => {
  const secret = (text: string) => expect(withoutComments(text)).not.toContain('secret')
  secret('%%\n```\nsecret\n%%\n\nOpen.\n\n%% secret %%')
  secret('%%\n<div>\nsecret\n%%\n<div>\n\n%% secret %%')
  secret('> %% secret\n> still secret %%\n> Open.')
  secret('- Open.\n  %%\n  secret\n\n  secret\n  %%')
  secret('| a | %% secret %% |\n| - | - |\n| <!-- secret --> | b |')
  secret('<div>\n<!-- secret -->\n</div>')
  secret('!!! note\n\n    <!-- secret -->\n\n    Open.')
  secret('## Use\n\t- Open. %% secret %%')
  secret('<!--\nsecret\n\nsecret')
  secret(`${'%%\n```\n%%\n\n'.repeat(40)}\`\`\`\n\n%% secret %%`)
})

test('What only looks like a comment stays', () => {
  for (const text of [
    '`%% a %%`',
    '    %% a %%',
    'It is 100%% of it.\n\nAnd 50%% of that.',
    '\\%\\% a',
    'a <!-- b',
    '$$ a %% b $$',
  ])
    expect(commentsIn(text)).toEqual([])
})

test('Front matter has no comments of these kinds', () => {
  const text = '---\ntitle: 5 %% of %% it\n---\nOpen. %% secret %%'
  expect(textWithoutComments(text)).toBe('---\ntitle: 5 %% of %% it\n---\nOpen. ')
})

test('Lines, and where they are overwritten offsets, stay', () => {
  const pieces = fc.constantFrom(
    '%%',
    '<!--',
    '-->',
    '{#',
    ' #}',
    '`',
    '```',
    '\n',
    '\n\n',
    ' ',
    'a',
    '> ',
    '- ',
    '$$',
    '<pre>',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 25 }), (all) => {
      const text = all.join('')
      expect(withoutComments(text).split('\n')).toHaveLength(text.split('\n').length)
      expect(overComments(text)).toHaveLength(text.length)
    }),
    { numRuns: 2000 },
  )
})
