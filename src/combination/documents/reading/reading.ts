/** Runs in a thread of its own: reads one document. */
import { parentPort, workerData } from 'node:worker_threads'
import { readAs } from './read-as.ts'
import type { ToRead } from './read-given.ts'

if (parentPort) parentPort.postMessage(await readAs(workerData as ToRead))
