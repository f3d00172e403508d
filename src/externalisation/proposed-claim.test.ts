import { expect, test } from 'vitest'
import { proposeClaim } from './proposed-claim.ts'

test.each(['Why is that?', 'なぜですか？', 'Hello!', 'Thanks.', 'See above', '', '…'])(
  '%j states nothing, and nothing is proposed',
  (sentence) => {
    expect(proposeClaim(sentence)).toBeNull()
  },
)

test.each([
  ['Drain the pool first.', 'steps'],
  ['Then purge by key.', 'steps'],
  ['Never purge everything at once.', 'hard'],
  ['It fails below forty per cent.', 'hard'],
  ['A purge removes what is cached.', 'what'],
  ['キャッシュを消すと負荷が上がります。', 'what'],
])('%j is about %s', (sentence, kind) => {
  expect(proposeClaim(sentence)).toMatchObject({ statement: sentence, kind })
})

test.each([
  ['When the queue bends, you have two minutes.', 'when the queue bends'],
  ['Below forty per cent, stop everything.', 'below forty per cent'],
  ['Unless it rains, go by bike.', null],
  ['You have two minutes when it bends.', null],
])('Of %j the circumstances are %j', (sentence, holdsWhen) => {
  expect(proposeClaim(sentence)?.holdsWhen).toBe(holdsWhen)
})
