/** A field of front matter as it is written: its lines, with those that belong to it below. */
export interface FrontChunk {
  name: string
  text: string
}

const NAMED = /^((?:"[^"]*"|'[^']*')\s*|[^\s#:'"[\]{}-][^:]*):(?=\s|$)/

/** Takes front matter apart at the fields that stand at its edge; put together again, the chunks give its bytes. */
export function frontChunks(front: string): FrontChunk[] {
  const chunks: FrontChunk[] = []
  for (const line of front.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const name = NAMED.exec(line)?.[1]
      ?.trimEnd()
      .replace(/^(['"])(.*)\1$/, '$2')
    const last = chunks.at(-1)
    if (name !== undefined || !last) chunks.push({ name: name ?? '', text: line })
    else last.text += line
  }
  return chunks
}
