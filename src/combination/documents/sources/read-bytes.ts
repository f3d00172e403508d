import { detectEncoding, wideEncoding } from './detect-encoding.ts'

/** A file's text, with its encoding if that is not UTF-8; or why it cannot be read. */
export type Words = { text: string; encoding: string | null } | { fault: string }

/** The largest document that is read, in bytes. */
export const MOST_BYTES = 10_000_000
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const ZEROS = 'It holds zero bytes: it is not a text.'
/** A switch to Japanese and back, as old mail has it, which is also valid UTF-8. */
const isIso2022 = (text: string) =>
  /\$[@B]/.test(text.split(ESCAPE, 2)[1]?.slice(0, 2) ?? '') && text.includes(`${ESCAPE}(`)
const ESCAPE = String.fromCharCode(27)

/**
 * Decodes bytes as UTF-8, as UTF-16 by its byte order mark or its zeros, or else in the encoding
 * that their letters suggest, unless the page itself names one; a byte order mark of UTF-8 stays.
 */
export function readBytes(bytes: Uint8Array, named: string | null = null): Words {
  if (bytes.length > MOST_BYTES) return { fault: tooLarge(bytes.length) }
  if (named && !/^utf-?8$/i.test(named) && isEncoding(named)) return decoded(bytes, named)
  const text = asUtf8(bytes)
  if (text !== null && !text.includes('\0')) {
    return text.includes(ESCAPE) && isIso2022(text) ? decoded(bytes, 'iso-2022-jp') : { text, encoding: null }
  }
  const wide = wideEncoding(bytes)
  if (wide) return decoded(bytes, wide)
  return text !== null || bytes.includes(0) ? { fault: ZEROS } : decoded(bytes, detectEncoding(bytes))
}

/** Whether there is an encoding of this name. */
export function isEncoding(name: string): boolean {
  try {
    return Boolean(new TextDecoder(name))
  } catch {
    return false
  }
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}

function decoded(bytes: Uint8Array, encoding: string): Words {
  const text = new TextDecoder(encoding).decode(bytes)
  return text.includes('\0') ? { fault: ZEROS } : { text, encoding }
}

/** The encoding that an HTML or XML page names in its first lines, if there is such an encoding. */
export function encodingNamed(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const named =
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,40})/i.exec(head) ??
    /^[^<]{0,4}<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{1,40})/i.exec(head)
  return named?.[1] ?? null
}

/** The reason given for a file that is too large. */
export const tooLarge = (bytes: number) =>
  `It is ${(bytes / 1_000_000).toFixed(0)} MB; files up to ${MOST_BYTES / 1_000_000} MB are read.`

/** Whether a file of this size is too large to open. */
export const isTooLarge = (bytes: number) => bytes > MOST_BYTES
