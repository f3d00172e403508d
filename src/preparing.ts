/** The worker for costly work without a store: does it piece by piece. */
import { costlyWork } from './combination/index.ts'
import { answerInThread, preparedBy, type ToPrepare } from './ledger/index.ts'

answerInThread((asked: ToPrepare) => preparedBy(costlyWork, asked))
