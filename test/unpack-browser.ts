/** Unpacks the packaged Chromium into `TMPDIR` and prints where it is; run by `browser-programs.ts` as a process of its own. */
import chromium from '@sparticuz/chromium'

console.log(await chromium.executablePath())
