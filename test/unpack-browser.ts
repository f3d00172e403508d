/** Unpacks the packaged Chromium into `TMPDIR` and prints its path, for `browser-programs.ts`. */
import chromium from '@sparticuz/chromium'

console.log(await chromium.executablePath())
