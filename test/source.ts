/** Parses TypeScript with Vite's parser (TypeScript 7 has no parser API yet). */
import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { parseSync } from 'vite'

/** The root of the repository. */
export const root = join(import.meta.dirname, '..')

/** A file's text with its path from the root, `src/ba/person.ts`. */
export type Source = { path: string; text: string }

/** A node of the syntax tree (ESTree). */
export type Node = { type: string; start: number; end: number; [name: string]: unknown }

/** An import or re-export of a file; `types` if it is erased at run time. */
export type Import = { from: string; types: boolean; line: number }

/** The TypeScript files below a folder, with or without tests. */
export function sourcesIn(folder: string, { tests }: { tests: boolean }): Source[] {
  return globSync(`${folder}/**/*.{ts,tsx}`, { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => tests || !/\.(test|story)\.tsx?$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
}

/** Parses a file to its syntax tree and comments. */
export function parse({ path, text }: Source): { program: Node; comments: Node[] } {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0]?.message}`)
  return { program: program as unknown as Node, comments: comments as unknown as Node[] }
}

/** Every node of a tree, parents before children. */
export function nodesOf(value: unknown, found: Node[] = []): Node[] {
  if (typeof value !== 'object' || value === null) return found
  if (!Array.isArray(value) && 'type' in value) found.push(value as Node)
  for (const each of Object.values(value)) nodesOf(each, found)
  return found
}

/** The line of an offset in a text, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/**
 * All imports of a file: static, type-only, dynamic, re-exports, and
 * `new URL('…', import.meta.url)`.
 */
export function importsOf(source: Source): Import[] {
  return nodesOf(parse(source).program).flatMap((node) => {
    const found = importIn(node)
    return found ? [{ ...found, line: lineAt(source.text, node.start) }] : []
  })
}

function importIn(node: Node): Omit<Import, 'line'> | undefined {
  const from = literal(node.type === 'NewExpression' ? fileUrl(node) : node.source)
  switch (node.type) {
    case 'ImportDeclaration':
      return from === undefined ? undefined : { from, types: node.importKind === 'type' }
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return from === undefined ? undefined : { from, types: node.exportKind === 'type' }
    case 'TSImportType':
      return { from: from ?? '(computed)', types: true }
    case 'ImportExpression':
      return { from: from ?? '(computed)', types: false }
    case 'NewExpression':
      return from === undefined ? undefined : { from, types: false }
    default:
      return undefined
  }
}

/** The first argument of `new URL('./x.ts', import.meta.url)`. */
function fileUrl(node: Node): unknown {
  const [url, base] = node.arguments as Node[]
  const named = (node.callee as Node).name === 'URL' && /\.tsx?$/.test(literal(url) ?? '')
  return named && base?.type === 'MemberExpression' ? url : undefined
}

function literal(node: unknown): string | undefined {
  const value = (node as Node | undefined | null)?.value
  return typeof value === 'string' ? value : undefined
}
