/** Situations in which something is taken for text that is none, or is not taken for what it is. */
import { type CaseFiles, type CaseSpace, expected, reads, type Situation, type Told } from './case-ground.ts'

/** Everything that people and programs read of a space: pages, answers, what search finds, what is given out. */
async function allDoors(space: CaseSpace, titles: readonly string[], question: string): Promise<[string, string][]> {
  const pages = await Promise.all(titles.map((title) => space.html(title)))
  const text = async (as: 'site' | 'llms') => [...(await space.exported(as)).values()].join('\n')
  return [
    ['read-page', pages.join('\n')],
    ['list-topics', JSON.stringify((await space.does('list-topics', {})).topics)],
    ['what-was-said', await space.quoted(question)],
    ['site', await text('site')],
    ['llms', await text('llms')],
  ]
}

/** What is Markdown for programs has the marks of its own; only what is private must not be in it. */
const seen = (doors: readonly [string, string][]) => doors.filter(([door]) => door !== 'llms')

/** A private or technical mark is at no door. */
const nowhere = (doors: readonly [string, string][], not: string[]): Told[] =>
  doors.flatMap(([door, text]) => reads(door, text, { not }))

/** What `whorl scan` composes of a folder: every page of it. */
function composed(files: CaseFiles, folder: string): string {
  const { out, err } = files.whorl('scan', `${files.path}/${folder}`, '--json')
  return out || err
}

/** The situations of text. */
export const casesOfText: readonly Situation[] = [
  {
    name: 'private-comments',
    expects: async (files) => {
      const space = await files.space('v')
      const doors = await allDoors(space, ['Plan', 'Real'], 'What is the plan?')
      return [
        ...nowhere(doors, ['Old plan', 'Not yet decided', 'Another draft', '%%']),
        expected('check', 'nothing is reported', files.check('v'), []),
        expected('search', 'nothing is found by it', await space.found('"Another draft"'), []),
      ]
    },
  },
  {
    name: 'hugo-front-matter',
    expects: async (files) => {
      const space = await files.space('v')
      const titles = ['Cold store', 'Mixers', 'Ovens']
      const doors = await allDoors(space, titles, 'What is the cold store?')
      return [
        expected('space', 'titles', await space.titles(), titles),
        ...nowhere(seen(doors), ['+++', 'draft = ', '"weight"', 'ref "ovens', '{{<']),
        ...reads('what-was-said', await space.quoted('What is the cold store?'), { has: ['four degrees'] }),
        expected(
          'space',
          'links lead to Ovens',
          new Set(Object.values(await space.links('Cold store'))).has('Ovens'),
          true,
        ),
        expected(
          'check',
          'its date for a look is seen',
          files.check('v').some(({ path, rule }) => path.includes('cold-store') && /stale|date|review/.test(rule)),
          true,
        ),
      ]
    },
  },
  {
    name: 'site-generators',
    expects: async (files) => {
      const space = await files.space('v')
      const titles = await space.titles()
      const doors: [string, string][] = [
        ...(await allDoors(space, titles, 'What is a deck oven?')),
        ['scan', composed(files, 'v')],
      ]
      const marks = ['import Tabs', '{#install-it}', '{ #mixer', ':::', '!!! ', '??? ', '[TOC]', '*[HTML]', '<% tp']
      return [
        ...nowhere(seen(doors), [...marks, 'rating::']),
        ...nowhere(doors, ['talk to him', 'tell the inspector']),
        ...reads('read-page', doors[0]?.[1] ?? '', {
          has: ['stays hot for eight hours', 'Hands stay out of the bowl', 'shop in Lyon'],
        }),
      ]
    },
  },
  {
    name: 'code-and-math',
    expects: async (files) => {
      const space = await files.space('v')
      return [
        expected(
          'check',
          'nothing is reported of links and citations',
          files.check('v').filter(({ rule }) => /link|wanted|citation/.test(rule)),
          [],
        ),
        expected('space', 'no links', await space.links('Shell'), {}),
        ...reads('read-page', await space.html('Shell'), {
          has: ['[[ -f config.yml ]]', '[[ $x == y ]]', 'x^[n] = [[a]]'],
        }),
      ]
    },
  },
  {
    name: 'conflicted-copies',
    expects: async (files) => {
      const space = await files.space('v')
      const titles = await space.titles()
      const known = ['Cache', 'Release 1.1', 'Release 11', 'Übergabe']
      return [
        expected(
          'space',
          'copies and locks are no topics',
          titles.map((one) => one.normalize('NFC')),
          known,
        ),
        ...reads('import', (await files.whorl('import', `${files.path}/v`, '--space', space.slug)).out, {
          not: ['Error'],
        }),
        expected(
          'check',
          'what is a copy is said',
          /conflict|copy/i.test(JSON.stringify(files.whorl('check', `${files.path}/v`, '--json').out)),
          true,
        ),
      ]
    },
  },
]
