import { expect, test } from 'vitest'
import { readBytes } from './read-bytes.ts'

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex.replaceAll(' ', ''), 'hex'))

test.each([
  ['Shift_JIS', '8ec08dfb8c9782cd91c68ed282c9', '実験'.length, /[\p{sc=Han}\p{sc=Hira}]{4}/u],
  ['EUC-JP', 'c6fccbdcb8eca4cecab8becfa4c7a4b9a1a3', 9, /^日本語の文章です。$/],
  ['windows-1251', 'cef2eaf0eee9f2e520eaf0e0ed20f3f2f0eeec2e', 20, /^Откройте кран утром\.$/],
  ['KOI8-U', 'eff4cbd2cfcad4c520cbd2c1ce20d5d4d2cfcd2e', 20, /кран утром\.$/],
  ['IBM866', '8ee2aae0aea9e2a520aae0a0ad20e3e2e0aeac2e', 20, /^Откройте кран утром\.$/],
  ['Big5', 'a4e9a5bba4e5a6722cc163c5e9a4a4a4e5a143', 10, /繁體中文/],
  ['windows-1252', '47 72 fc df 65', 5, /^Grüße$/],
])('A text in %s is read as such, and says so', (encoding, hex, letters, words) => {
  const read = readBytes(bytesOf(hex))
  expect(read).toMatchObject({ encoding: encoding.toLowerCase(), text: expect.stringMatching(words) })
  expect('text' in read && [...read.text].length).toBeGreaterThanOrEqual(letters)
})

test('UTF-16 is read with its mark and without', () => {
  const little = new Uint8Array(Buffer.from('Zwei Schlüssel hängen hier.', 'utf16le'))
  const big = new Uint8Array(Buffer.from(little).swap16())
  for (const [bytes, encoding] of [
    [little, 'utf-16le'],
    [big, 'utf-16be'],
  ] as const)
    expect(readBytes(bytes)).toEqual({ text: 'Zwei Schlüssel hängen hier.', encoding })
  expect(readBytes(new Uint8Array([0xff, 0xfe, ...little]))).toMatchObject({ encoding: 'utf-16le' })
})

test('What is UTF-8 stays as it is, and bytes that are no text are refused', () => {
  const text = '\uFEFFÃ¼ ÐŸ 日本 ¿ \r\n'
  expect(readBytes(new TextEncoder().encode(text))).toEqual({ text, encoding: null })
  expect(readBytes(bytesOf('7f454c46020101000000000000000000'))).toMatchObject({
    fault: expect.stringMatching(/zero bytes/),
  })
})

test('A page is read in the encoding that it names', () => {
  expect(readBytes(bytesOf('e4'), 'iso-8859-5')).toMatchObject({ text: 'ф' })
})
