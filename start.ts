/** What `npm start` does: the pages are brought up to date, then Whorl runs. Vite is only touched when they are not. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { buildWeb } from './build-web.ts'

// What V8 makes of the program is kept for the next start, which then takes two thirds of the time; the variable is for its threads.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules', '.cache', 'whorl')
enableCompileCache(process.env.NODE_COMPILE_CACHE)

await buildWeb()
await import('./src/main.ts')
