import { accessSync, constants, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

/** The folder for tests' stores: `/dev/shm` (memory) if it has over 2 GiB free, else temporary. */
export function quickFolder(): string {
  const memory = '/dev/shm'
  if (process.env.WHORL_TEST_QUICK) return process.env.WHORL_TEST_QUICK
  try {
    const { bavail, bsize } = statfsSync(memory)
    accessSync(memory, constants.W_OK)
    return bavail * bsize > 2 ** 31 ? memory : tmpdir()
  } catch {
    return tmpdir()
  }
}
