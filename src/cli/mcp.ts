import type { Act, Perform } from '../ba/index.ts'

type Door = { perform: Perform; close: () => Promise<void> }

/** The function by which `main` serves an agent over stdio. */
export type Speak = (connection: {
  does: (act: Act, input: unknown) => Promise<Record<string, unknown>>
  address: () => Promise<string>
}) => Promise<void>

/** The command's access to the acts. */
interface Reach {
  speak: Speak
  openDoor: () => Promise<Door>
  onlySpace: (perform: Perform) => Promise<string>
  url: () => string
}

const USAGE = 'Usage: npx whorl mcp [--space SLUG]'

/** Runs `whorl mcp [--space SLUG]`: speaks with an agent by standard input and output until it goes. */
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
 * Opens the door only while calls are running. An agent may stay for days; meanwhile the data
 * folder stays unlocked, so that a server can be started on it and is used from then on.
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
