import type { Messages } from '../en.ts'

/** Japanese for the screen of “What do you have?”. */
export const have: Messages['have'] = {
  title: '何がありますか。',
  lead: 'どれか一つで始められます。見つかったことは、あなたが尋ねるまで、あなただけのものです。',
  bring: '持ち込む',
  folder: {
    title: '文書のフォルダー',
    gives: '手引きが判断に任せていること、見直しの期日を過ぎたもの、皆が使うのに説明のない言葉。',
  },
  history: {
    title: 'リポジトリ',
    gives: '一人だけで作られ、いま他の人も触れ始めたところと、その人がいるうちに尋ねたい三つの問い。',
  },
  chat: {
    title: 'チャットの書き出し',
    gives: '二度尋ねられ、二度答えられたことと、残しておきたい答え。',
  },
  story: {
    title: 'あなたの知っていること',
    gives: '難しかったけれど自分で決めた、その一度の話。電話で八分、一つのページになります。',
  },
  puzzled: {
    title: '来たばかりですか',
    gives: '今日わからなかったことを一行ずつ。ページか人が見つかるか、お名前を出さずに皆に尋ねます。',
  },
}
