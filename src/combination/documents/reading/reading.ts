/** Runs in a thread of its own: reads one document. */
import { parentPort, workerData } from 'node:worker_threads'
import { readAs } from './read-as.ts'
import type { ToRead } from './read-given.ts'

// The PDF library leaves some rejections unhandled; what can be read of the document is read.
process.on('unhandledRejection', () => {})
if (parentPort) parentPort.postMessage(await readAs(workerData as ToRead))
