/** Reads a vault once, in a process of its own, and prints the most memory it held, in megabytes. */
import { readVault } from '../src/combination/vault/read-vault.ts'
import { filesOf, pathsIn } from './vault.ts'

const path = process.argv[2] ?? '.'
const vault = readVault(filesOf(path, pathsIn(path)))
console.log(JSON.stringify({ pages: vault.pages.length, peakMB: process.resourceUsage().maxRSS / 1024 }))
