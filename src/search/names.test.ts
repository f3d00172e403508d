import fc from 'fast-check'
import { expect, test } from 'vitest'
import { analyse, fold, wantedIn, wordsOf } from './analyse.ts'

const terms = (text: string) => new Set(analyse('', text).body.keys())
/** Whether a text has every word of a query, as a search looks for them. */
const finds = (query: string, text: string) => {
  const there = terms(text)
  const has = (term: string, isBegun: boolean) =>
    there.has(term) || (isBegun && [...there].some((one) => one.startsWith(term)))
  const wanted = wantedIn(`${query} `)
  return (
    wanted.length > 0 &&
    wanted.every(
      ({ terms: any, prefix }) => any.some((term) => has(term, false)) || (prefix !== null && has(prefix, true)),
    )
  )
}
const told = (text: string) => [...wordsOf(text)].map(({ word }) => fold(word)).join(' ')

test('A number is one word, however its thousands are set apart, and no part of it is found', () => {
  const written = [
    '12500',
    "12'500",
    '12’500',
    '12´500',
    '12 500',
    '12\u00a0500',
    '12\u202f500',
    '12\u2009500',
    '12.500',
    '12,500',
    '１２，５００',
    '١٢٥٠٠',
    '12,500.00',
    '12.500,00',
    "12'500.–",
  ]
  for (const one of written)
    for (const other of written)
      expect(finds(one, `Die Anlage kostet CHF ${other} im Jahr.`), `${one} in ${other}`).toBe(true)
  for (const other of written) {
    expect(finds('500', `CHF ${other} im Jahr`), other).toBe(false)
    expect(finds("47'500", `CHF ${other} im Jahr`)).toBe(false)
  }
  expect(finds("12'500", 'Der Ofen hat 500 Grad und 12 Knöpfe.')).toBe(false)
  for (const [one, other] of [
    ['1,00,000', '100000'],
    ["1'250'000.50", '1.250.000,50'],
    ['3,14', '3.14'],
  ] as const)
    expect([finds(one, other), finds(other, one)]).toEqual([true, true])
  // Lists and telephone numbers are many numbers.
  for (const apart of ['Pages 1,2,3', 'Call 044 123 456 78'])
    expect(finds(/\d+/.exec(apart)?.[0] ?? '', apart)).toBe(true)
  expect(told('in 2024 500 people')).toBe('in 2024 500 people')
})

test('Versions, addresses, dates and times are whole', () => {
  expect(finds('v1.10.2', 'We run 1.10.2 in Oslo')).toBe(true)
  expect(finds('1.10', 'We run v1.10.2 in Oslo')).toBe(true)
  for (const other of ['v2.1.10', '1.10.20', '1.1.02', '11.0.2', '1102', '2.10.1'])
    expect(finds('1.10.2', `We run ${other}`), other).toBe(false)
  expect(finds('10.0.0.1', 'at 10.0.0.11 and 1.10.0.0')).toBe(false)
  expect(finds('192.168.100.200', 'at 192.168.100.200:8080')).toBe(true)
  expect(finds('2024-05-01', 'on 1.5.2024')).toBe(true)
  expect(finds('2024-05-01', 'on 2024-01-05 and in 2024')).toBe(false)
  expect(finds('2024', 'on 2024-05-01')).toBe(true)
  expect(finds('10:30', 'at 10:30, not before')).toBe(true)
  expect(finds('10:30', '1030 or 10 of 30')).toBe(false)
})

test('Each language of programming has its own name', () => {
  const names = ['C', 'C++', 'C#', 'F#', '.NET', 'Node.js', 'NET', 'R', 'Objective-C']
  for (const one of names.filter((name) => !['C', 'NET'].includes(name)))
    for (const other of names)
      expect(finds(one, `It is written in ${other}, mostly.`), `${one} in ${other}`).toBe(one === other)
  expect(finds('nodejs', 'We use Node.js.')).toBe(true)
  expect(finds('c++', 'C++11 is old.')).toBe(true)
  expect(finds('R&D', 'Research, R&D')).toBe(true)
  expect(finds('AT&T', 'ATT')).toBe(false)
})

test('A name in code is found however its words are joined, and by its words', () => {
  const written = ['getUserById', 'GetUserById', 'get_user_by_id', 'GET_USER_BY_ID', 'get-user-by-id']
  for (const one of written) expect(finds('user by id', `Call ${one} before.`), one).toBe(true)
  for (const one of written.slice(0, 4))
    for (const other of written.slice(0, 4))
      expect(finds(one, `Call ${other} before.`), `${one} in ${other}`).toBe(true)
  expect(finds('get-user-by-id', 'getUserById')).toBe(true)
  expect(finds('http', 'parseHTTPResponse')).toBe(true)
  expect(finds('retry', 'MAX_RETRY_COUNT')).toBe(true)
  expect(finds('INV-2024-0017', 'The part is INV-2024-0018')).toBe(false)
  expect(finds('bin', 'node_modules/.bin')).toBe(true)
  expect(told('well-known PDFs')).toBe('well known pdfs')
})

test('Names with apostrophes are found with any of them, and without', () => {
  const written = ['O’Brien', "O'Brien", 'OʼBrien', 'O‘Brien', 'O´Brien', 'O`Brien', 'OBrien', 'obrien', 'brien']
  for (const one of written)
    for (const other of written.slice(0, 7))
      expect(finds(one, `${other} keeps the keys.`), `${one} in ${other}`).toBe(true)
  expect(finds('dangelo', "D'Angelo")).toBe(true)
  expect(finds("rock'n'roll", 'rock’n’roll')).toBe(true)
  expect(finds('мяч', "м'яч")).toBe(true)
  expect(finds('м’яч', "м'яч")).toBe(true)
})

test('Letters are one however they are typed, in any script', () => {
  const same = [
    ['İzmir', 'izmir', 'Izmir', 'IZMIR', 'ızmır'],
    ['Straße', 'STRASSE', 'strasse', 'STRAẞE'],
    ['ﬁnal', 'final'],
    ['Kran\u00adken', 'kranken'],
    ['كِتَابٌ', 'كتاب', 'كـــتاب'],
    ['أحمد', 'احمد', 'إحمد', 'آحمد', 'ٱحمد'],
    ['שָׁלוֹם', 'שלום'],
    ['צה״ל', 'צה"ל'],
    ['ｷﾞﾀｰ', 'ギター', 'ぎたー', 'ギター'.normalize('NFD')],
    ['می‌خواهم', 'میخواهم'],
    ['ΟΔΟΣ', 'οδός'],
    ['회사', '회사'.normalize('NFD')],
  ]
  for (const all of same)
    for (const one of all) for (const other of all) expect(finds(one, other), `${one} in ${other}`).toBe(true)
})

test('One character finds the words that it is in, alone and beside another word', () => {
  const garden = '庭に石があります。猫は来ません。鍵は箱の中。'
  for (const one of ['庭', '石', '猫', '鍵', '箱', '中', '石 猫', '猫 garden'.slice(0, 1)])
    expect(finds(one, garden), one).toBe(true)
  expect(finds('犬', garden)).toBe(false)
  expect(finds('집', '우리 집에서')).toBe(true)
  expect(finds('แมว', 'แมวดำตัวหนึ่ง')).toBe(true)
})

test('Emoji are no words, and hide none', () => {
  expect(wantedIn('🔥❤️👩‍👩‍👧🇨🇭 ')).toEqual([])
  expect(finds('🔥 release 1️⃣', 'The release ✅ is 1')).toBe(true)
})

test('Any number of any size is found by each way of writing it', () => {
  const ways = ["'", '’', '\u00a0', '\u202f', '.', ',', '']
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 999_999_999 }),
      fc.constantFrom(...ways),
      fc.constantFrom(...ways),
      (n, a, b) => {
        const by = (sign: string) => String(n).replace(/(?<=\d)(?=(?:\d{3})+$)/g, sign)
        expect(finds(by(a), `It costs ${by(b)} a year`)).toBe(true)
      },
    ),
  )
})

test('Text of any signs is read in linear time', () => {
  for (const piece of [
    '1 ',
    '1,',
    '100,',
    '100 ',
    "1'",
    '1.',
    'a.',
    "a'",
    'aA',
    'a_',
    '1-',
    'a&',
    '++',
    '.a',
    '1a ',
    '1.a',
    '가',
    'ﾞ',
    '٫1',
    '1 1a',
  ])
    expect([...wordsOf(`${piece.repeat(40_000)} é`)].length).toBeLessThan(250_000)
})
