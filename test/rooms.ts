/** The rooms of `src/` and what may be imported where: the table in the design, written so that a test can read it. */
import { posix } from 'node:path'
import { importsOf, type Source } from './source.ts'

const ground = ['text', 'store', 'ba', 'ledger', 'knowledge', 'model', 'search']
const modes = ['socialisation', 'externalisation', 'combination', 'internalisation']
const doors = ['http', 'cli', 'mcp']

/** Each room and the rooms it may import from. */
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

/** Rooms inside a room, in their order: each may import only what stands before it. */
const innerRooms: Record<string, string[]> = {
  combination: ['documents', 'compose', 'pages', 'compile', 'topics', 'vault', 'check'],
  spiral: ['becomes', 'findings', 'today', 'whorls'],
}

/** Files that join the rooms. */
const joins = ['src/main.ts', 'src/whorl.ts', 'src/acts.ts', 'src/apart.ts', 'src/preparing.ts']

/** What the pages may import as code: the part of `text` that needs no package. */
const LIGHT = 'src/text/light.ts'

/** Each package and where it may be imported: a room, a kind of file, or everywhere. */
const packages: [name: RegExp, where: RegExp][] = [
  [/^zod$/, /^src\//],
  [/^kysely$/, /^src\/(store\/|.*-rows\.ts$)/],
  [/^(pg|node:sqlite)$/, /^src\/store\//],
  [/^better-auth$/, /^src\/ba\//],
  [/^(ai|@ai-sdk\/.+)$/, /^src\/model\//],
  [
    /^(unified|remark-.+|rehype-.+|mdast.*|hast.*|unist.*|vfile|yaml|node-diff3|diff|unpdf|mammoth|ipaddr\.js)$/,
    /^src\/combination\//,
  ],
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

/** Says, a sentence each, where files import what their room may not: `src/ba/x.ts:3 …`. Tests import what they like. */
export function breachesOf(sources: Source[]): string[] {
  return sources.flatMap((source) =>
    importsOf(source).flatMap((one) => {
      const problem = problemWith(source.path, one.from, one.types)
      return problem ? [`${source.path}:${one.line} ${problem}`] : []
    }),
  )
}

/** The folders that are rooms of their own inside a room, as `src/combination/pages`. */
export const innerFolders: string[] = Object.entries(innerRooms).flatMap(([room, inner]) =>
  inner.map((one) => `src/${room}/${one}`),
)

/** The room a file is in; a file in none is `main.ts`, `acts.ts`, or a breach. */
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
  const allowed = own === undefined ? (joins.includes(path) ? Object.keys(rooms) : undefined) : rooms[own]
  if (!allowed) return 'is in no room that the design knows'
  if (own !== undefined && own === other) return problemWithInnerRoom(own, path, target)
  if (own === 'web' && !types)
    return target === LIGHT
      ? undefined
      : `imports ${target}; the pages import types only, by "import type", and ${LIGHT}`
  if (own === 'web') return undefined
  if (other === undefined) return joins.includes(path) ? undefined : `imports ${target}, which joins the rooms`
  if (!allowed.includes(other)) return `imports ${other}, which ${own} may not`
  return target === `src/${other}/index.ts` ? undefined : `imports ${target}; a room is entered by its index.ts`
}

/** A file right below a room that has inner rooms joins these, and is itself imported by none of them. */
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

/** The folder right below its room that a file is in, or null for one that is in none. */
const innerRoomOf = (path: string): string | null => /^src\/[^/]+\/([^/]+)\//.exec(path)?.[1] ?? null
