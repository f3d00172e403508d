import type { More } from '../en.ts'
import { about } from './about.ts'
import { agents } from './agents.ts'
import { asking } from './asking.ts'
import { bring } from './bring.ts'
import { check } from './check.ts'
import { confirm } from './confirm.ts'
import { doing } from './doing.ts'
import { edit } from './edit.ts'
import { find } from './find.ts'
import { helped } from './helped.ts'
import { history } from './history.ts'
import { house, whoRuns } from './house.ts'
import { line } from './line.ts'
import { me } from './me.ts'
import { model } from './model.ts'
import { near } from './near.ts'
import { page } from './page.ts'
import { people } from './people.ts'
import { practise } from './practise.ts'
import { puzzled } from './puzzled.ts'
import { releasing } from './releasing.ts'
import { scan } from './scan.ts'
import { story } from './story.ts'
import { strike } from './strike.ts'
import { tending } from './tending.ts'
import { topic } from './topic.ts'
import { whole } from './whole.ts'

/** Japanese for the screens that are loaded later. */
export const more: More = {
  agents,
  releasing,
  asking,
  topic,
  tending,
  scan,
  story,
  bring,
  puzzled,
  helped,
  strike,
  confirm,
  source: {
    saidBy: (name, on) => `${on}に${name}さんが語りました`,
    youSaid: (on) => `${on}にあなたが語りました`,
    broughtIn: (on) => `${on}に持ち込まれました`,
    origin: 'もと',
    answering: (name) => `${name}さんの問い`,
    answeringNew: '新しく加わった人の問い',
    leftOut: (name) => `${name}さんが外しました`,
    whatBecame: 'その後どうなったか',
    onlyYou: '確かめていない行はあなただけに見えます。',
    check: '自分の行を確かめる',
    lines: '行',
    ofItself: 'ファイルについて',
    download: '元のままダウンロードする',
    lookAgain: 'もう一度見にいく',
    newVersion: '新しい版を持ち込む',
    coming: '読み込んでいます。',
    sameAsBefore: '前と同じ内容です。',
    isNew: '新しい版が入りました。変わった箇所を引いているページには印がつきます。',
    earlier: (on) => `これは${on}の、前の版です。`,
    page: (n) => `${n}ページ`,
    bare: (n) => `${n}ページ：読める文字がありません`,
    versions: '版',
    version: (n) => `第${n}版`,
    now: '今の版',
    shownHere: '上に表示中',
    readThis: '読む',
    whatChanged: 'この版で変わったこと',
    changedLine: { gone: '消えた行：', new: '新しい行：' },
    partly: 'ここに出ていない違いがまだあります。',
    citedBy: 'これを引いているページ',
    citesChanged: '変わった行を引いています',
  },
  line,
  near,
  page,
  people,
  me,
  check,
  whole,
  edit,
  history,
  house,
  whoRuns,
  about,
  happened: {
    socialisation: { both: '{from}さんが{with}さんに見せた', one: '{from}さんが見せた', none: '人から人へ示された' },
    externalisation: { both: '{from}さんが言葉にした', one: '{from}さんが言葉にした', none: '言葉になった' },
    combination: { both: 'ページにまとまった', one: 'ページにまとまった', none: 'ページにまとまった' },
    internalisation: { both: '{from}さんがやり、{with}さんが見た', one: '{from}さんが身につけた', none: '身についた' },
  },
  find,
  model,
  practise,
  evidence: {
    did: (on, other, help) => `${doing[help ?? 'not-said']}：${on}${other ? `、${other}さん` : ''}`,
    explained: (on, other) => (other ? `${on}、${other}さんに説明した` : `${on}に説明した`),
    remembers: (on) => `${on}に一部を思い出せた`,
    remembersLine: (on) => `${on}に一行を思い出せた`,
    rememberedEarlier: (on) => `${on}に、ある行の以前の言い方を思い出せた`,
    earlier: (words) => `${words}（その行の以前の言い方による）`,
    chose: (on) => `${on}、知る人と同じように選んだ`,
    quoted: (words) => `「${words}」`,
    takenOut: 'その後取り下げられた一行',
  },
}
