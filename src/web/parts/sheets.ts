/** Sheets and the forms on them, as one script: whoever opens one may open another. */
export { AskForm } from './AskForm.tsx'
export { DidItForm } from './DidItForm.tsx'
export { SheetPaper } from './SheetPaper.tsx'
export { StartTopicForm } from './StartTopicForm.tsx'
export { TellForm } from './TellForm.tsx'
