import type { Messages } from '../en.ts'

/** Japanese for the screen of About. */
export const about: Messages['about'] = {
  title: '考え方について',
  lead: '人は、どの文書にもないことを知っています。文書には、まだ誰の身にもついていないことがあります。野中郁次郎と竹内弘高は、一方が他方へ、周を重ねて変わっていくさまを描き、螺旋と呼びました。Whorl はその四つの変わり目を、それぞれ短くできることにします。',
  turns: {
    socialisation: {
      name: '共同化',
      text: '言葉にする前に、人から人へ伝わること。見せ、見て、並んで働く。ここでは、一人が尋ね、もう一人が十分ほど見せ、二人とも「あった」と言います。',
    },
    externalisation: {
      name: '表出化',
      text: '知っていることを言葉にすること。ここでは、答えが一行ずつになり、もとの言葉と当てはまるときを伴い、語った人が誰より先に確かめます。',
    },
    combination: {
      name: '連結化',
      text: 'いくつもの口から出た言葉をまとめ、整えること。ここではページです。どの段落も、何から作られたかを示します。',
    },
    internalisation: {
      name: '内面化',
      text: '書かれたことが、再びできることになること。ここでは、思い出すこと、そして誰かが見ている前でやってみること。読むだけではそうなりません。',
    },
  },
  whorl:
    '四つを一周すると、渦がひとつ閉じます。話題がどこで滞っているかを示すもので、目標ではありません。ここでは人を数えません。',
  critique:
    'このモデルには、もっともな疑問も出されています。語れば変わり、すべての知が語れるわけではありません。だから Whorl は文のそばに元の言葉を置き、「言えない、見せる」を許し、ページを知そのものとは見なしません。',
  sources: '出典',
  works: [
    'Ikujiro Nonaka: “A Dynamic Theory of Organizational Knowledge Creation”, Organization Science 5 (1), 1994.',
    '野中郁次郎・竹内弘高『知識創造企業』東洋経済新報社、1996年（原著 Oxford University Press, 1995）。',
    'Ikujiro Nonaka and Noboru Konno: “The Concept of ‘Ba’”, California Management Review 40 (3), 1998.',
    'Michael Polanyi: The Tacit Dimension, 1966.',
    'Stephen Gourlay: “Conceptualizing Knowledge Creation: A Critique of Nonaka’s Theory”, Journal of Management Studies 43 (7), 2006.',
  ],
}
