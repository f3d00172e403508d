/** A file's words, and in which encoding they were, where that was not UTF-8; or why it has none that we can read. */
export type Words = { text: string; encoding: string | null } | { fault: string }

/** The most bytes that a document may have. */
export const MOST_BYTES = 10_000_000
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads bytes as text: UTF-8, UTF-16 with its mark, else windows-1252; a byte order mark stays where it is. */
export function readBytes(bytes: Uint8Array): Words {
  if (bytes.length > MOST_BYTES) return { fault: tooLarge(bytes.length) }
  try {
    const text = utf8.decode(bytes)
    return text.includes('\0') ? { fault: 'It holds zero bytes: it is not a text.' } : { text, encoding: null }
  } catch {
    const [one, other] = bytes
    const wide = one === 0xff && other === 0xfe ? 'utf-16le' : one === 0xfe && other === 0xff ? 'utf-16be' : null
    if (!wide && bytes.includes(0)) return { fault: 'It holds zero bytes: it is not a text.' }
    const encoding = wide ?? 'windows-1252'
    const text = new TextDecoder(encoding).decode(bytes)
    return text.includes('\0') ? { fault: 'It holds zero bytes: it is not a text.' } : { text, encoding }
  }
}

/** Says that a file is too large, before or after it was read. */
export const tooLarge = (bytes: number) =>
  `It is ${(bytes / 1_000_000).toFixed(0)} MB; files up to ${MOST_BYTES / 1_000_000} MB are read.`

/** Whether a file of so many bytes is not worth opening. */
export const isTooLarge = (bytes: number) => bytes > MOST_BYTES
