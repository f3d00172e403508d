import type { Messages } from '../en.ts'

/** Japanese for striking a conversion that was recorded wrongly. */
export const strike: Messages['strike'] = {
  notSo: '違いますか。',
  more: '今後はどこにも数えられません。記録されたことと、取り消した人は台帳に残ります。',
  whys: {
    'did-not-happen': '起きていません',
    'happened-otherwise': '違う形でした',
    'counted-twice': '二重に入っています',
  },
  done: '取り消しました。今後は数えられません。',
}
