/** A top-level field of front matter as written, with its continuation lines. */
export interface FrontChunk {
  name: string
  text: string
}

const NAMED = /^((?:"[^"]*"|'[^']*')\s*|[^\s#:'"[\]{}-][^:]*):(?=\s|$)/

/** Splits front matter at its top-level fields; joined again, the chunks give the same bytes. */
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
