/** A file with its path below what was dropped. */
export type Found = { file: File; path: string }

const textFile = /\.(md|markdown|mdown|mkd|mdx|txt|text|x?html?|rst|org|adoc|pdf|docx|xlsx|pptx)(\.erb)?$/i

/** The dropped files, and the text files in dropped folders; others are counted. */
export async function filesIn(data: DataTransfer): Promise<{ found: Found[]; aside: number }> {
  // The entries of a drop are available only before the first await.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.() ?? null)
  const files = [...data.files]
  if (!entries.some((entry) => entry?.isDirectory)) {
    return { found: files.map((file) => ({ file, path: file.name })), aside: 0 }
  }
  const found: Found[] = []
  let aside = 0
  async function walk(entry: FileSystemEntry, path: string, inFolder: boolean): Promise<void> {
    if (inFolder && (entry.name.startsWith('.') || entry.name === 'node_modules')) return
    if (entry.isDirectory) {
      for (const one of await entriesIn(entry as FileSystemDirectoryEntry)) await walk(one, `${path}/${one.name}`, true)
    } else if (inFolder && !textFile.test(entry.name)) aside++
    else {
      const file = await unlessUnreadable(
        new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
      )
      if (file) found.push({ file, path })
      else aside++
    }
  }
  for (const entry of entries) if (entry) await walk(entry, entry.name, false)
  return { found, aside }
}

/** The entries of a folder, which browsers return a hundred at a time. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await unlessUnreadable(
      new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)),
    )
    if (!some?.length) return all.sort((a, b) => a.name.localeCompare(b.name))
    all.push(...some)
  }
}

/** Awaits a file operation; undefined if it fails, as for an unreadable file. */
async function unlessUnreadable<T>(operation: Promise<T>): Promise<T | undefined> {
  try {
    return await operation
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}
