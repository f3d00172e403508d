import { readBytes } from '../sources/read-bytes.ts'
import { Unreadable } from './read-in.ts'

/** Decodes bytes by the character set named by the sender or the page, else by detection. */
export function wordsOf(bytes: Uint8Array, charset: string | null, isHtml: boolean): string {
  const head = isHtml ? Buffer.from(bytes.subarray(0, 2048)).toString('latin1') : ''
  const named = charset ?? /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head)?.[1] ?? null
  const decoder = named && !/^utf-?8$/i.test(named) ? decoderFor(named) : null
  if (decoder) return decoder.decode(bytes).replaceAll('\0', '')
  const words = readBytes(bytes)
  if ('fault' in words) throw new Unreadable(`${words.fault} Save it as text in UTF-8, or paste its words.`)
  return words.text.replace(/^\uFEFF/, '')
}

function decoderFor(name: string): TextDecoder | null {
  try {
    return new TextDecoder(name)
  } catch {
    return null
  }
}
