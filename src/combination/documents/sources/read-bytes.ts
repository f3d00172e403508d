/** A file's text, with its encoding if that is not UTF-8; or why it cannot be read. */
export type Words = { text: string; encoding: string | null } | { fault: string }

/** The largest document that is read, in bytes. */
export const MOST_BYTES = 10_000_000
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Decodes bytes as UTF-8, as UTF-16 by its byte order mark, or else as windows-1252; a byte order
 * mark stays.
 */
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

/** The reason given for a file that is too large. */
export const tooLarge = (bytes: number) =>
  `It is ${(bytes / 1_000_000).toFixed(0)} MB; files up to ${MOST_BYTES / 1_000_000} MB are read.`

/** Whether a file of this size is too large to open. */
export const isTooLarge = (bytes: number) => bytes > MOST_BYTES
