/** Search finds what is written in the ways in which people write it, in both stores alike. */
import { beforeAll, expect, test } from 'vitest'
import { type House, openHouse, type Somebody } from './house.ts'

let house: House
let mara: Somebody

const pages = {
  Pumpe: 'Die Pumpe kostet CHF 34’900 im Jahr. Eine zweite Offerte nennt CHF 81’900.',
  Mieten: 'Die Miete ist 77 250 Franken, der Strom 1.250,50.',
  Kessel: 'Der Kessel hat 900 Grad und 34 Knöpfe, 250 davon nie gebraucht.',
  Releases: 'We run v3.14.7 in Turku and v7.3.14 in Vaasa. The host is 10.20.30.40, since 2026-03-09.',
  'C++': 'The driver is written in C++.',
  'C#': 'The client is written in C#.',
  Letters: 'Row C of the table is empty, and so is row F.',
  Dotnet: 'It runs on .NET, and the board on Node.js.',
  Nets: 'A net keeps the birds out.',
  Orders: 'Call findOrderByDate before parseHTTPResponse. The limit is MAX_ORDER_COUNT.',
  Keys: 'O’Neill and D’Arcy keep the keys. İnci is in Iğdır. Großmann is away.',
  Salam: 'هَذا مِفْتاحٌ عَنِ المَخْزَن، وأُسْرَة أحمد.',
  Shalom: 'הַמַּפְתֵּחַ בַּקּוּפְסָה',
  池: '池に魚がいます。犬は来ません。ｶｷﾞは机の上。',
  시장: '우리 시장에서 물을 삽니다.',
  Market: 'ตลาดเปิดทุกวัน',
}

beforeAll(async () => {
  house = await openHouse()
  mara = await house.comes('Mara', 'owner')
  for (const [title, text] of Object.entries(pages)) await mara.does('import-source', { name: title, title, text })
  await house.whorl.settle()
})

const found = async (words: string) => (await mara.does('search', { words })).hits.map(({ title }) => title)

const alone: [string, keyof typeof pages][] = [
  ["34'900 ", 'Pumpe'],
  ['34900 ', 'Pumpe'],
  ['34.900 ', 'Pumpe'],
  ['34\u202f900 ', 'Pumpe'],
  ['77250 ', 'Mieten'],
  ['1250.50 ', 'Mieten'],
  ['900 ', 'Kessel'],
  ['3.14.7 ', 'Releases'],
  ['10.20.30.40 ', 'Releases'],
  ['2026-03-09 ', 'Releases'],
  ['C++ ', 'C++'],
  ['c# ', 'C#'],
  ["O'Neill", 'Keys'],
  ['oneill', 'Keys'],
  ['darcy ', 'Keys'],
  ['inci', 'Keys'],
  ['igdir', 'Keys'],
  ['grossmann', 'Keys'],
  ['مفتاح', 'Salam'],
  ['المخزن', 'Salam'],
  ['احمد', 'Salam'],
  ['המפתח', 'Shalom'],
  ['魚', '池'],
  ['池 ', '池'],
  ['犬 魚', '池'],
  ['カギ', '池'],
  ['물 ', '시장'],
  ['ตลาด', 'Market'],
]
test.each(alone)('%s finds one page: %s', async (words, title) => {
  expect(await found(words)).toEqual([title])
})

const first: [string, keyof typeof pages][] = [
  ['.NET', 'Dotnet'],
  ['nodejs', 'Dotnet'],
  ['findOrderByDate', 'Orders'],
  ['find_order_by_date', 'Orders'],
  ['find-order-by-date', 'Orders'],
  ['order by date', 'Orders'],
  ['http response', 'Orders'],
  ['max order count', 'Orders'],
  ['🔑 keys', 'Keys'],
]
test.each(first)('%s finds first: %s', async (words, title) => {
  expect((await found(words))[0]).toBe(title)
})

test('Emoji alone find nothing, and a character is left out as a word is', async () => {
  expect(await found('🔥❤️')).toEqual([])
  expect(await found('kostet -Pumpe')).toEqual([])
  expect(await found('机 -魚')).toEqual([])
})
