import { createHash } from 'node:crypto'
import type { FolderChecked, Found } from './check.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** Converts a check's problems to SARIF 2.1.0, which code hosts show beside changed lines. */
export function sarif({ rules, problems, unread }: FolderChecked): object {
  const prints = fingerprints(problems)
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'whorl check', rules: rules.map(asRule) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: unread.map(({ path, reason }) => ({
              level: 'warning',
              message: { text: wellFormed(reason) },
              locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
            })),
          },
        ],
        results: problems.map((problem, n) => ({
          ruleId: problem.rule,
          ruleIndex: rules.findIndex(({ id }) => id === problem.rule),
          level: rules.find(({ id }) => id === problem.rule)?.level,
          message: { text: wellFormed(`${problem.says} ${problem.mend}`) },
          locations: [placeOf(problem)],
          ...(problem.sides && {
            relatedLocations: problem.sides.slice(1).map((side, id) => ({ id, ...placeOf(side) })),
          }),
          partialFingerprints: { 'whorlProblem/v1': prints[n] },
        })),
      },
    ],
  }
}

const asRule = ({ id, name, level, help }: FolderChecked['rules'][number]) => ({
  id,
  name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: `${name}.` },
  fullDescription: { text: help },
  help: { text: help },
  defaultConfiguration: { level },
})

function placeOf({ path, line, toLine, words }: Pick<Found, 'path' | 'line' | 'toLine' | 'words'>) {
  const region = {
    startLine: line,
    endLine: Math.max(line, toLine),
    ...(words && { snippet: { text: wellFormed(words) } }),
  }
  return { physicalLocation: { artifactLocation: { uri: uriOf(path) }, region } }
}

const uriOf = (path: string) =>
  path
    .split('/')
    .map((step) => encodeURIComponent(wellFormed(step)))
    .join('/')

const wellFormed = (text: string) => text.toWellFormed()

/** Fingerprints that survive moved lines: kind, page, words, and a number among equals. */
function fingerprints(problems: readonly Found[]): string[] {
  const seen = new Map<string, number>()
  return problems.map(({ rule, path, words, sides }) => {
    const what = JSON.stringify([rule, path, words, (sides ?? []).map((side) => side.path)])
    const nth = (seen.get(what) ?? 0) + 1
    seen.set(what, nth)
    return createHash('sha256').update(`${what}${nth}`).digest('hex').slice(0, 32)
  })
}
