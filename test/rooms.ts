/** The rooms of `src/` and the allowed imports between them. */
import { posix } from 'node:path'
import { importsOf, type Source } from './source.ts'

const ground = ['text', 'store', 'ba', 'ledger', 'knowledge', 'model', 'search']
const modes = ['socialisation', 'externalisation', 'combination', 'internalisation']
const doors = ['http', 'cli', 'mcp']

/** Each room with the rooms it may import from. */
const rooms: Record<string, string[]> = {
  text: [],
  store: ['text'],
  ba: ['text', 'store'],
  ledger: ['text', 'store', 'ba'],
  knowledge: ['text', 'store', 'ba', 'ledger'],
  model: ['text', 'store', 'ba'],
  search: ground.slice(0, 6),
  ...Object.fromEntries(modes.map((mode) => [mode, ground])),
  spiral: [...ground, ...modes],
  folders: [...ground, ...modes, 'spiral'],
  house: [...ground, ...modes, 'spiral', 'folders'],
  ...Object.fromEntries(doors.map((door) => [door, ['text', 'ba']])),
  web: ['text'],
}

/** The inner rooms of a room, in order; each may import only earlier ones. */
const innerRooms: Record<string, string[]> = {
  combination: ['documents', 'compose', 'pages', 'compile', 'topics', 'vault', 'check'],
  spiral: ['becomes', 'findings', 'today', 'whorls'],
}

/** Files outside the rooms, which may import any of them. */
const rootFiles = ['src/main.ts', 'src/whorl.ts', 'src/acts.ts', 'src/apart.ts', 'src/preparing.ts']

/** The only server code that the web may import: the part of `text` without dependencies. */
const LIGHT = 'src/text/light.ts'

/** Each package with the paths that may import it. */
const packages: [name: RegExp, where: RegExp][] = [
  [/^zod$/, /^src\//],
  [/^kysely$/, /^src\/(store\/|.*-rows\.ts$)/],
  [/^(pg|node:sqlite)$/, /^src\/store\//],
  [/^better-auth$/, /^src\/ba\//],
  [/^(ai|@ai-sdk\/.+)$/, /^src\/model\//],
  [
    /^(unified|remark-.+|rehype-.+|mdast.*|hast.*|unist.*|vfile|node-diff3|diff|unpdf|mammoth|chardet|@rgrove\/parse-xml|fflate|ipaddr\.js)$/,
    /^src\/combination\//,
  ],
  [/^yaml$/, /^src\/(text|combination)\//],
  [/^smol-toml$/, /^src\/text\//],
  [/^(yauzl|chokidar)$/, /^src\/folders\//],
  [/^@orama\/stemmers$/, /^src\/search\//],
  [/^ts-fsrs$/, /^src\/internalisation\//],
  [/^(hono|@hono\/.+)$/, /^src\/http\//],
  [/^@modelcontextprotocol\/sdk$/, /^src\/mcp\//],
  [
    /^(react|react-dom|@tanstack\/.+|@base-ui\/react|@fontsource-variable\/.+|@codemirror\/.+|@lezer\/.+|d3-.+|fflate)$/,
    /^src\/web\//,
  ],
  [/^uuidv7$/, /^src\/main\.ts$/],
  [/^node:(?!sqlite$)/, /^src\/(?!(web|text)\/)/],
]

/** The forbidden imports, a sentence each: `src/ba/x.ts:3 …`. Tests may import anything. */
export function breachesOf(sources: Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap((one) => {
      const problem = problemWith(source.path, one.from, one.types)
      return problem ? [`${source.path}:${one.line} ${problem}`] : []
    }),
  )
}

/** The folders of the inner rooms, as `src/combination/pages`. */
export const innerFolders: string[] = Object.entries(innerRooms).flatMap(([room, inner]) =>
  inner.map((one) => `src/${room}/${one}`),
)

/** The room of a file; undefined for `main.ts` and the like. */
export function roomOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1]
}

function problemWith(path: string, from: string, types: boolean): string | undefined {
  if (from === '(computed)') return 'imports something that cannot be told by reading'
  if (!/^\.\.?(\/|$)/.test(from)) return problemWithPackage(path, from, types)
  const target = posix.join(posix.dirname(path), from)
  if (!target.startsWith('src/')) return `imports ${target}, which is outside of src`
  if (!/\.[a-z]+$/.test(target)) return `imports ${target} without its ending`
  return problemWithRoom(path, target, types)
}

function problemWithPackage(path: string, from: string, types: boolean): string | undefined {
  const name = from.startsWith('node:') ? from : from.split('/', from.startsWith('@') ? 2 : 1).join('/')
  const places = packages.filter(([pattern]) => pattern.test(name)).map(([, where]) => where)
  if (places.length === 0) return `imports ${name}, which no room is known to need (the table is in test/rooms.ts)`
  if (types && roomOf(path) === 'web') return undefined
  return places.some((where) => where.test(path)) ? undefined : `imports ${name}, which belongs to another room`
}

function problemWithRoom(path: string, target: string, types: boolean): string | undefined {
  const [own, other] = [roomOf(path), roomOf(target)]
  const allowed = own === undefined ? (rootFiles.includes(path) ? Object.keys(rooms) : undefined) : rooms[own]
  if (!allowed) return 'is in no room that the design knows'
  if (own !== undefined && own === other) return problemWithInnerRoom(own, path, target)
  if (own === 'web' && !types)
    return target === LIGHT
      ? undefined
      : `imports ${target}; the pages import types only, by "import type", and ${LIGHT}`
  if (own === 'web') return undefined
  if (other === undefined) return rootFiles.includes(path) ? undefined : `imports ${target}, which joins the rooms`
  if (!allowed.includes(other)) return `imports ${other}, which ${own} may not`
  return target === `src/${other}/index.ts` ? undefined : `imports ${target}; a room is entered by its index.ts`
}

/** Files directly in a room with inner rooms may import these, but not the other way round. */
function problemWithInnerRoom(room: string, path: string, target: string): string | undefined {
  const order = innerRooms[room]
  if (!order) return undefined
  const [own, other] = [innerRoomOf(path), innerRoomOf(target)]
  for (const inner of [own, other])
    if (inner !== null && !order.includes(inner)) return `${inner} is no room that ${room} is known to have`
  if (own === other) return undefined
  if (other === null) return `imports ${target}, which joins the rooms of ${room}`
  if (own !== null && order.indexOf(other) > order.indexOf(own)) return `imports ${other}, which stands after ${own}`
  return target === `src/${room}/${other}/index.ts` ? undefined : `imports ${target}; a room is entered by its index.ts`
}

/** The inner folder of a file, or null for a file directly in its room. */
const innerRoomOf = (path: string): string | null => /^src\/[^/]+\/([^/]+)\//.exec(path)?.[1] ?? null
