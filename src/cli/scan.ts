/** Scans a folder or a zip; passed by `main`. */
export type Scan = (given: {
  path: string
  out?: string
  progress: (words: string) => void
  first: (scanned: Scanned) => void
  found: (scanned: Scanned) => void
}) => Promise<Scanned>

/** The result of a scan for the command line. */
export interface Scanned {
  path: string
  documents: number
  commits: number
  fresh: number
  chat?: { messages: number; channels: number }
  unread: { path: string; reason: string }[]
  notes: string[]
  topics: { title: string; mentions: number }[]
  findings: {
    line: string
    words: string[]
    where: { path: string; fromLine: number; toLine: number }[]
    button: string
    questions?: string[]
  }[]
  vault: { path: string; pages: number; sources: number } | null
}

const WIDTH = 80

/** Runs `whorl scan PATH [--out DIR] [--json]` and returns the exit code. */
export async function scanCommand(words: readonly string[], scan: Scan): Promise<number> {
  const given = readWords(words)
  if (typeof given === 'string') return complain(given)
  const { path, out, json } = given
  const tty = process.stderr.isTTY
  const progress = (said: string) => process.stderr.write(tty ? `\r\u001b[K${printable(said)}` : `${printable(said)}\n`)
  progress(
    `Reading what is in ${path}, and its history where it has one, on this machine alone: nothing is sent anywhere, nobody is told.`,
  )
  const print = (lines: string[]) => {
    if (tty) process.stderr.write('\r\u001b[K')
    if (!json) process.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''))
  }
  let printed = 0
  const first = (scanned: Scanned) => {
    print([...heading(scanned), ...scanned.findings.flatMap(finding)])
    printed = scanned.findings.length
  }
  const found = (scanned: Scanned) => {
    if (printed === 0) print(heading(scanned))
    print([...scanned.findings.flatMap((one, n) => (n < printed ? [] : finding(one, n))), ...rest(scanned)])
  }
  const scanned = await scan({ path, ...(out !== undefined && { out }), progress, first, found })
  if (tty) process.stderr.write('\r\u001b[K')
  if (json) process.stdout.write(`${JSON.stringify(scanned, null, 2)}\n`)
  else if (scanned.vault) {
    const { pages, sources, path: at } = scanned.vault
    process.stdout.write(`Wrote ${count(pages, 'page')} from ${count(sources, 'source')} to ${at}\n`)
  }
  return 0
}

const USAGE = 'Say which folder or zip: npx whorl scan PATH [--out DIR] [--json]'

function readWords(words: readonly string[]): { path: string; out?: string; json: boolean } | string {
  const rest: string[] = []
  let [out, json]: [string | undefined, boolean] = [undefined, false]
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (word === '--json') json = true
    else if (word === '--out') out = words[++at]
    else if (word.startsWith('--out=')) out = word.slice('--out='.length)
    else if (word.startsWith('-')) return `There is no option ${word}. ${USAGE}`
    else rest.push(word)
  }
  const [path, more] = rest
  if (!path || more !== undefined || (words.some((word) => /^--out(?:=|$)/.test(word)) && !out)) return USAGE
  return { path, json, ...(out && { out }) }
}

/** A line that says what was read. */
function heading(scanned: Scanned): string[] {
  const { path, unread } = scanned
  const name = path.replace(/\/+$/, '').split('/').at(-1) ?? path
  return [cut(`${whatWasRead(scanned)} in ${name}${unread.length ? `; ${unread.length} not read` : ''}.`, WIDTH)]
}

function whatWasRead({ documents, commits, fresh, chat }: Scanned): string {
  if (chat) return `Read ${count(chat.messages, 'message')} of ${count(chat.channels, 'public channel')}`
  const read =
    fresh === documents
      ? `Read ${count(documents, 'document')}`
      : `${count(documents, 'document')}, ${fresh} of them new,`
  return `${read}${commits ? ` and ${count(commits, 'commit')}` : ''}`
}

/**
 * Formats a finding with its quotations and their locations; the first one also with its questions.
 */
function finding({ line, words, where: [first], button, questions }: Scanned['findings'][number], n: number): string[] {
  const lines = wrapped(line, WIDTH - 2, 2).map((part, at) => `${at === 0 ? n + 1 : ' '} ${part}`)
  if (words[0]) lines.push(`    ${cut(`“${words[0]}”`, WIDTH - 4)}`)
  for (const question of (questions ?? []).slice(0, n === 0 ? 3 : 1))
    lines.push(...wrapped(question, WIDTH - 6, 1).map((part) => `    → ${part}`))
  if (first) lines.push(place(`${first.path}:${first.fromLine}`, button))
  return lines
}

/** The lines below the findings, within a screen of 80 by 24. */
function rest({ unread, notes, topics, findings }: Scanned): string[] {
  const none = 'Nothing here that we would forward. What is missing is in people’s heads: ask them.'
  const about = topics.slice(0, 10).map(({ title }) => title)
  return [
    ...(findings.length === 0 ? [none] : []),
    ...notes.flatMap((note) => wrapped(note, WIDTH, 3)),
    ...notRead(unread, findings.length < 5),
    ...(about.length > 0 ? wrapped(`About: ${about.join(' · ')}`, WIDTH, 2) : []),
  ]
}

/** What was not read, why, and what would do: with all its words where there is room. */
function notRead(unread: Scanned['unread'], isRoom: boolean): string[] {
  const shown = unread.slice(0, isRoom ? 3 : 1)
  const more = unread.length - shown.length
  return [
    ...shown.flatMap(({ path, reason }) => wrapped(`Not read: ${path}. ${reason}`, WIDTH - 2, isRoom ? 3 : 1)),
    ...(more > 0 && isRoom ? [`… and ${more} more; --json lists them`] : []),
  ].map((line) => `  ${line}`)
}

function place(where: string, button: string): string {
  const room = WIDTH - 4 - button.length - 4
  const shown = where.length > room ? `…${where.slice(where.length - room + 1)}` : where
  return `    ${shown.padEnd(room)}  [${button}]`
}

function wrapped(text: string, width: number, most: number): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? ''
    if (last && last.length + word.length + 1 > width) lines.push(word)
    else lines[lines.length - 1] = last ? `${last} ${word}` : word
  }
  if (lines.length <= most) return lines.map((line) => cut(line, width))
  return [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), width)]
}

/** Removes control and direction characters from outside text, which could steer the terminal. */
const printable = (text: string) => text.replace(/[\p{Cc}\p{Cf}]/gu, '')

const cut = (text: string, width: number) => (text.length > width ? `${text.slice(0, width - 1)}…` : text)

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`

function complain(text: string): number {
  process.stderr.write(`${text}\n`)
  return 2
}
