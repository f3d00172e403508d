import type { MarkdownLink } from '../../text/index.ts'
import { wayFrom } from '../pages/index.ts'
import type { DocumentsToCheck, DocumentToCheck } from './documents-to-check.ts'
import { type Problem, shown } from './problem.ts'

/**
 * A Markdown link that leads to its file on some systems only: in other case, or with backslashes.
 * `path` is where it leads as written, `there` the file.
 */
export function fragile(
  { target, written, line, at }: MarkdownLink,
  { document, text }: DocumentToCheck,
  path: string,
  there: string,
): Problem[] {
  const file = there.normalize('NFC')
  const isOtherCase = path !== file && path.toLowerCase() === file.toLowerCase()
  if (!isOtherCase && !target.includes('\\')) return []
  const way = wayFrom(document.path, there)
  const says = `The link to ${target} now leads to ${way} on every system.`
  return [
    {
      rule: 'fragile-link',
      path: document.path,
      line,
      toLine: line,
      says: `It links to ${shown(target, 120)}; the file is called ${there}, which a web server or Linux does not find by that link.`,
      words: shown(document.lines[line - 1] ?? ''),
      mend: `Link to ${way}.`,
      ...(text && { changes: [{ kind: 'words' as const, path: document.path, at, old: written, new: way, says }] }),
    },
  ]
}

/** Wiki links with backslashes between folders, which only Windows writes and Obsidian does not follow. */
export function linksWithBackslashes({ documents }: Pick<DocumentsToCheck, 'documents'>): Problem[] {
  return documents.flatMap(({ document, page, text }) =>
    (page?.marks.links ?? []).flatMap(({ target, line, at }) => {
      if (!target.includes('\\')) return []
      const better = target.replaceAll('\\', '/')
      const place = text.indexOf(target, at)
      const says = `[[${target}]] is now [[${better}]].`
      const change = { kind: 'words' as const, path: document.path, at: place, old: target, new: better, says }
      return [
        {
          rule: 'fragile-link' as const,
          path: document.path,
          line,
          toLine: line,
          says: `It links to ${shown(target, 120)} with backslashes, which other programs do not follow.`,
          words: shown(document.lines[line - 1] ?? ''),
          mend: `Write [[${better}]].`,
          ...(place >= 0 && { changes: [change] }),
        },
      ]
    }),
  )
}
