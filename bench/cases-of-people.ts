/** Situations in which people are taken for others, or for alone. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { type CaseFiles, expected, reads, type Situation } from './case-ground.ts'

const scan = (files: CaseFiles, folder: string) => {
  const { out, err } = files.whorl('scan', folder, '--json')
  return `${out}\n${err}`
}

function histories(files: CaseFiles): string {
  const { status, stderr } = spawnSync('bash', [join(files.path, 'make.sh'), files.made], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return files.made
}

const slack = (name: string, expectsOf: (said: string) => ReturnType<typeof reads>): Situation => ({
  name: `slack-odd-messages, ${name}`,
  folder: 'slack-odd-messages',
  expects: async (files) => expectsOf(scan(files, join(files.path, name))),
})

const ANSWERED = 'Hold both buttons for ten seconds'

/** The situations of people. */
export const casesOfPeople: readonly Situation[] = [
  {
    name: 'git-histories, one address',
    folder: 'git-histories',
    expects: async (files) => {
      const said = scan(files, join(histories(files), 'one-address'))
      return [
        expected(
          'scan',
          'nobody is said to be alone',
          /alone had changed|only .* (?:knows|changed)/i.test(said),
          false,
        ),
      ]
    },
  },
  {
    name: 'git-histories, whole',
    folder: 'git-histories',
    expects: async (files) => {
      const said = scan(files, join(histories(files), 'full'))
      return [expected('scan', 'nobody is said to be alone', /alone had changed/i.test(said), false)]
    },
  },
  {
    name: 'git-histories, shallow',
    folder: 'git-histories',
    expects: async (files) => {
      const said = scan(files, join(histories(files), 'shallow'))
      return [
        expected('scan', 'nobody is said to be alone', /alone had changed/i.test(said), false),
        expected('scan', 'it is said that the history is cut', /cut|shallow/i.test(said), true),
      ]
    },
  },
  slack('a', (said) =>
    reads('scan', said, { has: ['#oven-ops', 'Per Ek', ANSWERED], not: ['C0OPS', '@U9', '@someone'] }),
  ),
  slack('b', (said) => reads('scan', said, { has: [ANSWERED, 'Ben Aas'] })),
  slack('c', (said) => reads('scan', said, { has: [ANSWERED, 'Per Ek'], not: ['@someone', '@U9'] })),
  slack('d', (said) => reads('scan', said, { has: [ANSWERED, 'Ben Aas'] })),
  slack('e', (said) => reads('scan', said, { has: [ANSWERED, 'Ben Aas', 'answered twice'] })),
]
