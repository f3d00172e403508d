/** The readers of what others told: a Slack export, and the log of a repository. */
import { askedTwice, readSlackExport } from '../../src/externalisation/index.ts'
import { readGitLog } from '../../src/socialisation/index.ts'
import { askedTwiceFindings } from '../../src/spiral/index.ts'
import { madeUpChat } from '../made-up-chat.ts'
import { type Fuzzed, holds } from './law.ts'
import { mutatedText } from './mutated-text.ts'

const chat = madeUpChat()
const days = Object.keys(chat).filter((path) => path.includes('/'))
const slackTokens = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  'null',
  'true',
  '1e999',
  '-1',
  '0',
  '"ts":"1e5"',
  '"ts":-62135596800',
  '"ts":"253402300800"',
  '"ts":"9999999999999"',
  '"ts":"-999999999999.9"',
  '"user":"UMARA"',
  '"user":null',
  '"text":"',
  '"thread_ts":',
  '"thread_ts":1.5',
  '"reactions":[{"name":"x","users":[1]}]',
  '"reactions":{}',
  '"bot_id":"B"',
  '"subtype":"thread_broadcast"',
  '"profile":[]',
  '"is_private":true',
  '"blocks":[{"type":"rich_text","elements":[{"type":"text","text":"How do I open it?"}]}]',
  '"attachments":[{"text":"x","is_share":true}]',
  '"subtype":"message_changed","message":{"ts":"1","user":"UANA","text":"y"}',
  '"subtype":"message_deleted","deleted_ts":',
  '"name":"general"',
  '"id":""',
  '"__proto__":{}',
  '<@UANA>',
  '<@',
  '<#C1|x>',
  '<!date^1^x|y>',
  '<https://a.example|',
  '>',
  '|',
  '&lt;',
  '&amp;amp;',
  '\\u0000',
  '\\ud800',
  '\\n',
  '?',
  'How do I ',
  '```',
  '1. ',
]

/** A Slack export of which one day, and sometimes another file, is no longer what it was. */
export const slack: Fuzzed<Record<string, string>> = {
  name: 'slack',
  make(chance) {
    const files: Record<string, string> = {}
    // A part of the days, since a whole export takes long to compare.
    const kept = new Set([chance.of(days), chance.of(days), chance.of(days)])
    for (const path of Object.keys(chat)) if (!path.includes('/') || kept.has(path)) files[path] = chat[path] ?? ''
    for (let left = 1 + chance.below(2); left > 0; left--) {
      const path = chance.once(3) ? chance.of(Object.keys(files)) : chance.of([...kept])
      files[path] = mutatedText(
        chance,
        [files[path] ?? '', files[path] ?? '', chance.of(Object.values(files))],
        slackTokens,
      )
    }
    return files
  },
  read(files) {
    const paths = Object.keys(files)
    const read = readSlackExport({ paths, read: (path) => ({ text: files[path] ?? '' }), progress: () => {} })
    let before = Number.NEGATIVE_INFINITY
    for (const { at, words, key, by, where } of read.messages) {
      holds(!Number.isNaN(Date.parse(at)), 'a message has a time', at)
      holds(Number(key) >= before, 'messages stand in order', key, before)
      holds(words.isWellFormed() && !words.includes('\0') && by.name !== '', 'words are whole', words)
      holds(paths.includes(where.path) && where.index >= 0, 'a message says where it stands', where)
      before = Number(key)
    }
    holds(
      read.unread.every(({ reason }) => reason.length > 5),
      'what was not read says why',
      read.unread,
    )
    const findings = askedTwiceFindings(askedTwice(read.messages))
    holds(
      findings.every(({ line }) => line.isWellFormed()),
      'a finding is whole',
    )
    return read.unread.length ? 'refused' : 'read'
  },
}

const logs = [
  '@@a1\tMara Lee\tmara@a.example\t1700000000\tOven: mend the door\nM\tdocs/oven.md\nA\tdocs/new.md\n\n@@b2\tBen\tben@a.example\t1700000100\tMove\nR100\tdocs/new.md\tdocs/old.md\nD\tx\n',
  '@@a1\tMara Lee\tmara@a.example\t1700000000\tOven\n=\t\n Oven\n \n Co-authored-by: Ben <ben@a.example>\n\nA\toven.md\n@@b2\tBen & Ana\tnoreply@a.example\t1700000100\tMove\n=a1\tgrafted\nR080\toven.md\tnew.md\n',
  '@@c3\tM. Lee\tmara@a.example\t1700000200\t\nC75\ta\tb\n@@d4\tmara lee\tMARA@B.EXAMPLE\t-1\tSubject\twith\ttabs\nT\tlink\n',
]
const logTokens = [
  '@@',
  '@@x\t',
  '\t',
  '\n',
  'M\t',
  'A\t',
  'D\t',
  'R100\t',
  'C50\t',
  'U\t',
  'Mara Lee\t',
  'mara@a.example\t',
  '\t1700000000\t',
  '1e99',
  '8640000000001',
  'NaN',
  'Infinity',
  '-',
  '"a\\tb"',
  '\r',
  '__proto__\t',
  '\n=\tgrafted\n',
  '\n=\n',
  '\n Co-authored-by: Mara <mara@a.example>, Ben\n',
  '\n git-subtree-split: 1\n',
  'noreply@a.example\t',
  '1+mara@users.noreply.a.example\t',
  ' and ',
  'constructor\t',
  'İ',
  ' ',
  '@@e5\tA\ta@x\t1\ts\n@@f6\tB\ta@x\t2\ts\n',
  '@@e5\tB\tb@x\t1\ts\n',
]

/** A log as git prints it. */
export const gitLog: Fuzzed = {
  name: 'git log',
  make: (chance) => mutatedText(chance, logs, logTokens),
  read(text) {
    const lines = text.split('\n')
    const { commits, unreadable } = readGitLog(lines)
    const begun = lines.filter((line) => line.startsWith('@@')).length
    holds(commits.length + unreadable === begun, 'each commit is read or counted', commits.length, unreadable, begun)
    for (const { author, at, changes } of commits) {
      holds(author.trim() !== '' && !Number.isNaN(Date.parse(at)), 'a commit has an author and a time', author, at)
      holds(
        changes.every(({ path }) => path !== ''),
        'a change has a path',
      )
    }
    return unreadable ? 'refused' : 'read'
  },
}
