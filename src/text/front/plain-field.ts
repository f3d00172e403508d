import { splitFront } from './split-front.ts'

/** One field of a text's front matter if it is a plain value on one line; else empty. */
export function plainField(text: string, name: string): string {
  const { form, front, close } = splitFront(text)
  if (!close) return ''
  if (form === 'json') return fieldOfJson(front, name)
  const sign = form === 'yaml' ? ':' : '[ \\t]*='
  const written = new RegExp(`^${name}${sign}[ \\t]*(\\S.*)$`, 'm').exec(front)?.[1] ?? ''
  return written.trim().replace(/^(["'])(.*)\1$/, '$2')
}

function fieldOfJson(front: string, name: string): string {
  try {
    const value: unknown = JSON.parse(`{${front}}`)[name]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  } catch {
    return ''
  }
}
