import type { Act, Perform } from '../ba/index.ts'

type Door = { perform: Perform; close: () => Promise<void> }

/** Serves an agent over standard input and output; passed by `main`. */
export type Speak = (connection: {
  does: (act: Act, input: unknown) => Promise<Record<string, unknown>>
  address: () => Promise<string>
}) => Promise<void>

/** The dependencies of `whorl mcp`. */
interface Reach {
  speak: Speak
  openDoor: () => Promise<Door>
  onlySpace: (perform: Perform) => Promise<string>
  url: () => string
}

const USAGE = 'Usage: npx whorl mcp [--space SLUG]'

/**
 * Runs `whorl mcp [--space SLUG]`: serves an agent over standard input and output until it
 * disconnects.
 */
export async function mcpCommand(
  words: readonly string[],
  { speak, openDoor, onlySpace, url }: Reach,
): Promise<number> {
  const [, given] = /^--space[= ](\S+)$/.exec(words.join(' ')) ?? []
  if (words.length > 0 && given === undefined) {
    process.stderr.write(`${USAGE}\n`)
    return 2
  }
  const through = sharedDoor(openDoor)
  const spaceBy = async (perform: Perform) => given ?? (await onlySpace(perform))
  await speak({
    does: (act, input) =>
      through(async (perform) =>
        perform({ act, space: await spaceBy(perform), input, by: 'folder-owner', door: 'mcp' }),
      ),
    address: () => through(async (perform) => `${url()}/${await spaceBy(perform)}`),
  })
  return 0
}

/**
 * Opens the store only while a call runs. An agent may stay connected for days; the data folder is
 * not locked meanwhile, and a server started on it is used from then on.
 */
function sharedDoor(openDoor: () => Promise<Door>) {
  let [open, users]: [Promise<Door> | null, number] = [null, 0]
  let closed: Promise<unknown> = Promise.resolve()
  return async <T>(work: (perform: Perform) => Promise<T>): Promise<T> => {
    users++
    open ??= closed.then(openDoor)
    const mine = open
    try {
      return await work((await mine).perform)
    } finally {
      if (--users === 0) {
        open = null
        closed = mine.then(({ close }) => close()).catch(() => {})
      }
    }
  }
}
