import type { Messages } from '../en.ts'

/** Japanese for the screen of the house. */
export const house: Messages['house'] = {
  title: '滞っているもの',
  lead: '人がしたことは失われていません。ここにあるのは、その後ひとりでに続くはずだった段取りです。',
  none: '滞っているものはありません。',
  noneMore: 'ページをまとめるなど、ひとりでに続く段取りがうまくいかないとき、ここで次の試みを待ちます。',
  steps: {
    'answer-closes-request': '答えが出ましたが、問いが誰かの「今日」から消えていません。',
    'claims-become-page': '確かめた行がページに載りませんでした。',
    'claims-become-exercises': '確かめた行が思い出す文になりませんでした。',
    job: 'ページをまとめられませんでした。',
    other: '段取りのひとつがうまくいきませんでした。',
  },
  error: '出た言葉',
  retry: 'もう一度',
  retryAll: 'すべてもう一度',
  retried: 'もう一度試しています。うまくいかなければ、またここに戻ります。',
}

/** Japanese for who runs the house and who may make spaces. */
export const whoRuns: Messages['whoRuns'] = {
  title: 'このWhorlを運営する人',
  lead: '場を作り、ほかに誰が作れるかを決めます。入っていない場が見えるようにはなりません。',
  roles: { founder: '創設者', runs: '一緒に運営する', 'makes-spaces': '場を作れる', neither: 'どちらでもない' },
  role: (name) => `${name}さんにできること`,
  you: 'あなた',
  name: '人を指名する',
  email: 'その人のアカウントのメールアドレス',
  may: 'できること',
  submit: '指名する',
  done: '変更しました。',
}
