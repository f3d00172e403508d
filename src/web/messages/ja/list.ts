import type { First } from '../en.ts'
/** Japanese for paged lists. */

export const list: First['list'] = {
  more: 'さらに表示',
  moreShown: '続きを下に表示しました。',
  all: '以上です。',
  earlierLines: '前の行を表示',
  olderQuestions: '以前の質問',
  narrow: '名前で探す',
}
