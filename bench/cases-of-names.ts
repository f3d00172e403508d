/** Situations in which a name leads to a page, or to none. */
import { posix } from 'node:path'
import { type CaseFiles, expected, type Situation, type Told } from './case-ground.ts'

/** The situations of names. */
export const casesOfNames: readonly Situation[] = [
  {
    name: 'release-1.1-and-11',
    expects: async (files) => [
      ...(await agrees(files, 'Start', {
        'Release 11': 'Release 11',
        'Release 1.1': 'Release 1.1',
        'Release 1.1.0': null,
        'Release 110': null,
        RD: null,
        'R&D': 'R&D',
      })),
      ...(await neverJoined(files)),
    ],
  },
  {
    name: 'c-and-c++',
    expects: (files) =>
      agrees(files, 'Langs', { C: 'C', 'C++': 'C++', 'C#': null, 'F#': 'F#', F: null, '.NET': null, NET: 'NET' }),
  },
  {
    name: 'link-by-title',
    expects: (files) =>
      agrees(files, 'Start', {
        'Cache purge': 'Cache purge',
        'cache-purge': 'Cache purge',
        'Überlauf: was tun?': 'Überlauf: was tun?',
        'Night shift': 'Night shift',
        '202401151030': 'Cache purge',
      }),
  },
  {
    name: 'titles-like-numbers',
    expects: async (files) => {
      const titles = ['1.1', '1.10', '21E08', '007', 'No', 'True', '2024-05-01', '0x1F', 'Index of releases'].sort()
      const links = { '1.10': '1.10', '1.1': '1.1', '1.100': '1.10', '21E08': '21E08', '007': '007' }
      return [
        expected('space', 'titles are as written', await (await files.space('v')).titles(), titles),
        ...(await agrees(files, 'Index of releases', { ...links, No: 'No', True: 'True', '0x1F': '0x1F' })),
      ]
    },
  },
  {
    name: 'names-in-nfd',
    expects: async (files) => {
      const space = await files.space('v')
      const links = Object.values(await space.links('Lager'))
      return [
        expected('check', 'nothing is reported of links', links.length > 0 && wrongLinks(files), []),
        expected('space', 'all lead to a page', links.includes(null), false),
      ]
    },
  },
  {
    name: 'angle-and-percent-links',
    expects: async (files) => {
      const problems = files.check('v')
      const links = await (await files.space('v')).links('Start')
      return [
        expected('check', 'two lead to no file', problems.filter(({ rule }) => rule === 'broken-link').length, 2),
        expected(
          'check',
          'no page is an orphan',
          problems.filter(({ rule }) => /orphan/.test(rule)),
          [],
        ),
        expected('check', 'it ends with 1', files.whorl('check', `${files.path}/v`).status, 1),
        expected('space', 'two lead nowhere', Object.values(links).filter((to) => to === null).length, 2),
      ]
    },
  },
  {
    name: 'web-link-in-brackets',
    expects: async (files) => {
      const html = await (await files.space('v')).html('Ferment')
      const wanted = files.check('v').flatMap(({ wanted }) => wanted ?? [])
      return [
        expected(
          'check',
          'no page is wanted by a link to the web',
          wanted.filter((one) => one !== '1'),
          [],
        ),
        expected('space', 'it leads out', html.includes('href="https://example.org/jar"'), true),
      ]
    },
  },
]

const wrongLinks = (files: CaseFiles) => files.check('v').filter(({ rule }) => /link|orphan|wanted/.test(rule))

/** Whether the space, `check`, the exported site and the vault that comes out lead each link to the same page. */
async function agrees(files: CaseFiles, title: string, right: Record<string, string | null>): Promise<Told[]> {
  const space = await files.space('v')
  const wanted = files.check('v').flatMap((one) => one.wanted ?? [])
  const nowhere = Object.keys(right).filter((name) => right[name] === null)
  await space.exported('vault')
  const again = await files.space(space.out('vault'))
  return [
    expected('space', 'each link leads to its page', sorted(await space.links(title)), sorted(right)),
    expected('check', 'what is wanted', wanted.sort(), nowhere.sort()),
    expected('site', 'each link leads to its page', linksOfSite(title, await space.exported('site')), sorted(right)),
    expected('vault', 'what was exported leads the same way', sorted(await again.links(title)), sorted(right)),
  ]
}

const sorted = <T>(record: Record<string, T>) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))

const HEADING = /<h1>(.*?)<\/h1>/s
const LINK_OF_SITE = /<a href="([^"#]*)[^"]*">([^<]*)<\/a>|<span class="wanted"[^>]*>([^<]*)<\/span>/g

/** The links in the text of a page of a site, by their words, each with the title of the page it leads to. */
function linksOfSite(title: string, site: ReadonlyMap<string, string>) {
  const titles = new Map([...site].map(([path, html]) => [path, unescaped(HEADING.exec(html)?.[1] ?? '')]))
  const path = [...titles].find(([, one]) => one === title)?.[0] ?? ''
  const article = /<\/h1>(.*?)<footer>/s.exec(site.get(path) ?? '')?.[1] ?? ''
  const links = [...article.matchAll(LINK_OF_SITE)].map(([, to, words, wanted]) =>
    wanted === undefined
      ? ([unescaped(words ?? ''), titles.get(posix.join(posix.dirname(path), decodeURI(to ?? ''))) ?? to] as const)
      : ([unescaped(wanted), null] as const),
  )
  return sorted(Object.fromEntries(links))
}

const unescaped = (html: string) =>
  html
    .replace(/&#x([0-9A-Fa-f]+);/g, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits) => String.fromCodePoint(Number(digits)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** A file never joins a page of another name: another team's 1.1, and another file called 11, into one space. */
async function neverJoined(files: CaseFiles): Promise<Told[]> {
  const apart = await files.space('x', 'w')
  const eleven = await apart.html('Release 11')
  return [
    expected('import', 'two names are two pages', await apart.titles(), ['Release 1.1', 'Release 11']),
    expected('import', 'neither has the other’s words', /1\.1|Another team/.test(eleven), false),
  ]
}
