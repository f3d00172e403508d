/** What `npm start` does: the pages are brought up to date, then Whorl runs. Vite is only touched when they are not. */
import { buildWeb } from './build-web.ts'

await buildWeb()
await import('./src/main.ts')
