import type { Messages } from '../en.ts'

/** Japanese for the Enter screen. */
export const enter: Messages['enter'] = {
  title: 'ようこそ',
  found: 'あなたが最初の一人です。',
  foundMore: '場の名前と、あなたのことを教えてください。',
  join: '{name}さんが{space}に招いています。',
  joinNobody: '{space}に招かれています。',
  spaceName: '場の名前',
  name: 'お名前',
  email: 'メールアドレス',
  password: 'パスワード',
  passwordHint: '八文字以上。文でも構いません。',
  begin: '始める',
  comeIn: '入る',
  haveAccount: 'すでに登録しています',
  noAccount: '初めてです',
  signedIn: (name) => `${name}さんとして入っています。`,
  gone: 'このリンクはもう開きません。',
  goneMore: '使われたか、期限が過ぎました。送ってくれた人に新しいものを頼んでください。すぐに作れます。',
  none: 'この住所には招待がありません。',
  signInInstead: 'サインインする',
}
