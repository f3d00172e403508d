import type { Messages } from '../en.ts'

/** Japanese for the screens of a scan. */
export const scan: Messages['scan'] = {
  folder: {
    title: '文書のフォルダー',
    lead: '手引き、docs フォルダー、ノート。一度読み、多くても五つのことをお伝えします。',
    choose: 'フォルダーを選ぶ',
    chooseZip: 'zip を選ぶ',
    kinds: 'Markdown、テキスト、HTML。隠しファイルやその他のものは、あなたの機械に残ります。',
  },
  history: {
    title: 'リポジトリ',
    lead: 'コードではありません。誰が、誰と、いつ、どのファイルを変えたかと、理由の一行目だけです。',
    how: 'リポジトリで次を実行すると、履歴が一つのファイルに書かれます。送る前に中をご覧ください。',
    command: 'コマンド',
    choose: 'history.txt を選ぶ',
    kinds: 'git log が出力したテキスト。',
  },
  chat: {
    title: 'チャットの書き出し',
    lead: '公開チャンネルだけを読みます。人を数えたり並べたりはしません。残してよいかは、答えた本人にだけ尋ねます。',
    how: 'Slack では、オーナーが「設定」の「データのインポート / エクスポート」から書き出せます。zip のままお選びください。',
    choose: 'zip を選ぶ',
    kinds: 'Slack が作った zip。ダイレクトメッセージと非公開チャンネルは読みません。',
  },
  drop: 'ここに落としてもかまいません',
  offHere: 'これには誰が何をしたかが書かれています。オーナーが許すまで、ここでは読みません。',
  askOwner: 'このスペースのオーナーに、許すかどうかお尋ねください。',
  promise: 'Whorl が動いている機械で読み、どこにも送りません。読み終えたら、ファイルは手放します。',
  nothingIn: '読める文書（Markdown、テキスト、HTML）がありません。',
  tooMuch: '一度に 256 MB を超えています。一部をお選びください。',
  unnamed: '文書',
  sending: '送っています…',
  scanning: '読んでいます…',
  found: (name: string) => `${name} で見つかったこと`,
  lead: '知っていそうな人に送る価値のあることです。ボタンを押すと、ここの皆に尋ね、もとの文書を残します。それまでは、あなただけのものです。',
  none: '送るほどのことは見つかりませんでした。足りないものは人の頭の中にあります。尋ねてみてください。',
  kinds: {
    'held-by-one': '一人が作ったもの',
    'left-to-judgement': '判断に任されていること',
    'past-review': '期日を過ぎたもの',
    'unexplained-term': '使われ、説明のない言葉',
    'pages-that-differ': '二つのページが食い違うところ',
    'never-done': '書かれ、行われた記録のないこと',
    'asked-twice': '二度尋ねられたこと',
    other: '見つかったこと',
  },
  buttons: {
    'left-to-judgement': '誰が決めますか',
    'past-review': 'いまも正しいですか',
    'pages-that-differ': 'どちらがいつ当てはまりますか',
    'never-done': '誰がやったことがありますか',
    'asked-twice': 'これを残しますか',
  },
  asked: '問いとして残っています：',
  send: '送る文面',
  message: (
    { line, words, button, questions }: { line: string; words: string[]; button: string; questions: string[] },
    link: string,
    name: string,
  ) =>
    [
      `Whorl に ${name} を読ませたところ、ここで立ち止まりました。`,
      line,
      ...(questions.length > 0
        ? questions.map((one, k) => (questions.length === words.length ? `「${words[k]}」${one}` : one))
        : [words[0] ? `「${words[0]}」` : '', button]),
      '二行で十分です。十分ほど見せてくださるのでも。お断りでもかまいません。誰にも知らされません。',
      link,
    ]
      .filter(Boolean)
      .join('\n\n'),
  copy: 'コピー',
  copied: 'コピーしました。',
  letIn: 'アカウントのない人のためのリンクにする',
  letInDone: 'このリンクで、七日以内に一度、一人が入れます。',
  about: (topics: string) => `話題：${topics}`,
  unread: (n: number) => `読めなかったもの：${n} 件`,
  read: (documents: number, commits: number, messages: number) =>
    [
      documents > 0 && `文書 ${documents} 件`,
      commits > 0 && `変更 ${commits} 件`,
      messages > 0 && `メッセージ ${messages} 件`,
    ]
      .filter(Boolean)
      .join('、')
      .concat(documents + commits + messages > 0 ? 'を読みました。' : '読んだものはありません。'),
  forget: 'このスキャンを忘れる',
  forgotten: '忘れました。送ったものは残ります。',
  earlier: 'これまでのスキャン',
}
