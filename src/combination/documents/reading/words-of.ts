import { encodingNamed, isEncoding, readBytes } from '../sources/read-bytes.ts'
import { Unreadable } from './read-in.ts'

/**
 * Decodes bytes by the character set named by the sender or the page, else by detection. What is
 * valid UTF-8 is read as such if nobody names another.
 */
export function wordsOf(bytes: Uint8Array, charset: string | null, isHtml: boolean): string {
  const named = charset ?? (isHtml ? encodingNamed(bytes) : null)
  if (named && !/^utf-?8$/i.test(named) && isEncoding(named))
    return new TextDecoder(named).decode(bytes).replaceAll('\0', '')
  const words = readBytes(bytes)
  if ('fault' in words) throw new Unreadable(`${words.fault} Save it as text in UTF-8, or paste its words.`)
  return words.text.replace(/^\uFEFF/, '')
}
