/** Runs in a thread of its own: does what is costly and needs no store, one after the other. */
import { parentPort } from 'node:worker_threads'
import { costlyWork } from './combination/index.ts'
import { givenBy, preparedBy } from './ledger/index.ts'

parentPort?.on('message', async (asked) => parentPort?.postMessage(await givenBy(() => preparedBy(costlyWork, asked))))
