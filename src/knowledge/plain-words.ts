import { readLink, wordsOf } from '../text/index.ts'

const MARKED = /[[\]<>*_`\\{^]|\s{2}|[^\S ]/

/** Strips Markdown from one paragraph or less: only inline marks are handled, no blocks. */
export const plainWords = (markdown: string): string => (MARKED.test(markdown) ? unmarked(markdown) : markdown.trim())

// Whole vaults pass through here: a pattern runs only if its sign is present.
function unmarked(markdown: string): string {
  let text = markdown
  if (text.includes('['))
    text = text
      .replace(/!\[[^[\]]{0,300}\]\([^()]{0,900}\)|!\[\[[^[\]]{0,300}\]\]|\^\[[^[\]]{0,900}\]|\[\^[^[\]]{0,99}\]/g, '')
      .replace(/\[(\[[^[\]]{0,600}\])\]\([^()\s]{1,900}(?: ["'][^()"']{0,300}["'])?\)/g, '$1')
      .replace(/\[\[([^[\]]{0,600})\]\]/g, (_, inside: string) => linkWords(inside))
      .replace(/\[([^[\]]{0,900})\](?:\([^()]{0,900}(?:\([^()]{0,300}\)[^()]{0,300})?\)|\[[^[\]]{0,300}\])/g, '$1')
  if (text.includes('<')) text = text.replace(/<((?:https?|mailto):[^<>\s]+)>/g, '$1').replace(/<\/?[a-z][^<>]*>/gi, '')
  if (/[*_`]/.test(text)) text = text.replace(/\*\*|__|`|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
  if (text.includes('\\')) text = text.replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1')
  if (/\s\s|[^\S ]/.test(text)) text = text.replace(/\s+/g, ' ')
  if (text.includes('{#')) text = text.replace(/\{#[^{}]{0,99}\} ?$/, '')
  return text.trim()
}

function linkWords(inside: string): string {
  const link = readLink(inside)
  return link ? wordsOf(link) : inside
}
