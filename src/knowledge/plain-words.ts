const MARKED = /[[\]<>*_`\\{^]|\s{2}|[^\S ]/

/** Markdown as the words one reads. */
export const plainWords = (markdown: string): string => (MARKED.test(markdown) ? unmarked(markdown) : markdown.trim())

const unmarked = (markdown: string): string =>
  markdown
    .replace(/!\[[^[\]]{0,300}\]\([^()]{0,900}\)|!\[\[[^[\]]{0,300}\]\]|\^\[[^[\]]{0,900}\]|\[\^[^[\]]{0,99}\]/g, '')
    .replace(/\[\[(?:[^[\]|]{0,300}\|)?([^[\]]{0,300})\]\]/g, '$1')
    .replace(/\[([^[\]]{0,900})\](?:\([^()]{0,900}(?:\([^()]{0,300}\)[^()]{0,300})?\)|\[[^[\]]{0,300}\])/g, '$1')
    .replace(/<((?:https?|mailto):[^>\s]+)>/g, '$1')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\*\*|__|`|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .replace(/\\([\\`*_{}[\]()#+.!|>~-])/g, '$1')
    .replace(/\s+/g, ' ')
    .replace(/\{#[^{}]{0,99}\} ?$/, '')
    .trim()
