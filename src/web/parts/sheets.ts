/** All sheets and their forms as one script, since one often leads to another. */
export { AskForm } from './AskForm.tsx'
export { DidItForm } from './DidItForm.tsx'
export { SheetPaper } from './SheetPaper.tsx'
export { StartTopicForm } from './StartTopicForm.tsx'
export { TellForm } from './TellForm.tsx'
