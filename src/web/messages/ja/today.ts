import type { Messages } from '../en.ts'

/** Japanese for Today itself. */
export const today: Messages['today'] = {
  title: '今日',
  thanks: 'おかげさまで：{topic}についてのあなたの言葉が{name}さんに届きました。',
  nothing: 'あなたを待っているものはありません。',
  nothingMore: 'それもよい答えです。読んでも、尋ねても、そのままでも。',
}
