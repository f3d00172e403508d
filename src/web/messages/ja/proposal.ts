import type { Messages } from '../en.ts'

/** Japanese for the proposals of agents. */
export const proposal: Messages['proposal'] = {
  more: (n) => ` …ほか${n}文字は表示していません。`,
  note: (agent) => `${agent}（あなたの代理） · あなただけに見えます`,
  would: {
    ask: {
      of: '{agent}が、あなたの名前で{topic}について尋ねようとしています。',
      alone: '{agent}が、あなたの名前で尋ねようとしています。',
    },
    answer: {
      of: '{agent}が、あなたの名前で{topic}について答えようとしています。',
      alone: '{agent}が、あなたの名前で答えようとしています。',
    },
    'start-topic': {
      of: '{agent}が、あなたの名前で話題を始めようとしています。',
      alone: '{agent}が、あなたの名前で話題を始めようとしています。',
    },
    'import-source': {
      of: '{agent}が、あなたの名前で文書を持ち込もうとしています。',
      alone: '{agent}が、あなたの名前で文書を持ち込もうとしています。',
    },
    scan: {
      of: '{agent}が、文書を一度めくり、見つかったことをあなただけに見せようとしています。',
      alone: '{agent}が、文書を一度めくり、見つかったことをあなただけに見せようとしています。',
    },
    'edit-page': {
      of: '{agent}が、{topic}のページをこう書き換えようとしています。',
      alone: '{agent}が、あなたの名前でページに書こうとしています。',
    },
  },
  wouldElse: {
    of: '{agent}が、あなたの名前で{topic}に「{act}」をしようとしています。',
    alone: '{agent}が、あなたの名前で「{act}」をしようとしています。',
  },
  fields: {
    topic: '話題',
    question: '問い',
    words: '言葉',
    of: '相手',
    request: '依頼',
    title: '題',
    area: '区画',
    name: '名前',
    text: '本文',
    origin: '出どころ',
    markdown: 'ページ',
    statement: '一行',
    documents: '文書',
  },
  doIt: 'そうする',
  no: '断る',
  done: 'あなたの名前で行いました。',
  declined: 'やめました。何も行われていません。',
}
