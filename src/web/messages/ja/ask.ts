import type { Messages } from '../en.ts'

/** Japanese for the screen of asking. */
export const ask: Messages['ask'] = {
  button: '尋ねる',
  title: '尋ねる',
  about: '何について',
  aboutHint: 'ここにある話題でも、新しいものでも。',
  words: '何を知りたいですか',
  whom: '誰に',
  room: 'ここにいる誰でも',
  roomHint: '知っている人が引き受けます。',
  other: 'ほかの人',
  promise: '書く、見せる、回す、断る、のどれもできます。断っても構いません。誰にも伝わりません。',
  submit: '尋ねる',
  person: (name) => `${name}さんに尋ねる`,
  done: (name) => `尋ねました。${name}さんが次に見ます。`,
  doneRoom: '尋ねました。知っている人が見ます。',
  unnamed: '名前を出さずに',
  unnamedHint: '新しく加わった人からの問いとして伝わります。人が少ないと、誰か分かるかもしれません。',
  also: 'もう一人に尋ねる',
  alsoDone: (name) => `${name}さんにも尋ねました。`,
  something: '何か尋ねる',
}
