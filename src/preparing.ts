/** Runs in a thread of its own: does what is costly and needs no store, one after the other. */
import { costlyWork } from './combination/index.ts'
import { answerInThread, preparedBy, type ToPrepare } from './ledger/index.ts'

answerInThread((asked: ToPrepare) => preparedBy(costlyWork, asked))
