const part = 4 * 1024 * 1024
/** The largest upload. */
export const mostBytes = 64 * part

/** Buffers bytes and sends them as base64 in parts of 4 MiB; `end` sends the remainder. */
export function inParts(send: (part: number, bytes: string) => Promise<unknown>) {
  let [chunks, length, n]: [Uint8Array[], number, number] = [[], 0, 0]
  const flush = async () => {
    const whole = new Uint8Array(length)
    let at = 0
    for (const chunk of chunks) {
      whole.set(chunk, at)
      at += chunk.length
    }
    chunks = []
    length = 0
    await send(n++, base64(whole))
  }
  const add = async (bytes: Uint8Array) => {
    for (let from = 0; from < bytes.length; ) {
      const chunk = bytes.subarray(from, from + part - length)
      chunks.push(chunk)
      length += chunk.length
      from += chunk.length
      if (length === part) await flush()
    }
  }
  return { add, end: async () => (length > 0 ? flush() : undefined) }
}

function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(text)
}
