import type { ReactNode } from 'react'
import { Refused } from '../client.ts'
import { t } from '../messages/more.ts'
import { Press } from './Press.tsx'

type CopyProps = { words: string; done: string; className?: string; children: ReactNode }

/** A button that copies text to the clipboard, and reports if the browser forbids it. */
export function Copy({ words, children, ...press }: CopyProps) {
  return (
    <Press {...press} does={() => copy(words)}>
      {children}
    </Press>
  )
}

async function copy(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words)
  } catch (error) {
    throw new Refused({ refusal: 'fault', field: null, ...t.notCopied, own: true }, { cause: error })
  }
}
