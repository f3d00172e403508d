import { lineAt, type Node, nodesOf, parse, type Source } from './source.ts'

/** One environment variable that a file reads, and where: `{ name: 'PORT', at: 'src/main.ts:3' }`. */
export type Reading = { name: string; at: string }

/** The variables that a file reads from `process.env` or an object `env` or `environment`. */
export function environmentReadIn(source: Source): Reading[] {
  if (!source.text.includes('env')) return []
  return nodesOf(parse(source).program).flatMap((node) => {
    const names = node.type === 'MemberExpression' ? [memberName(node)] : destructuredNames(node)
    const at = `${source.path}:${lineAt(source.text, node.start)}`
    return names
      .filter((name) => name !== undefined && /^[A-Z][A-Z0-9_]*$/.test(name))
      .map((name) => ({ name, at }) as Reading)
  })
}

/** `env.PORT` and `env['PORT']`. */
function memberName(node: Node): string | undefined {
  return isEnvironment(node.object as Node) ? nameOf(node.property as Node) : undefined
}

/** `const { PORT } = env`. */
function destructuredNames(node: Node): (string | undefined)[] {
  const pattern = node.id as Node | undefined
  if (node.type !== 'VariableDeclarator' || pattern?.type !== 'ObjectPattern') return []
  if (!isEnvironment(node.init as Node | null)) return []
  return (pattern.properties as Node[]).map((property) => nameOf((property.key ?? {}) as Node))
}

function isEnvironment(node: Node | null): boolean {
  if (node?.type === 'MemberExpression') return nameOf(node.property as Node) === 'env'
  return node?.type === 'Identifier' && ['env', 'environment'].includes(String(node.name))
}

function nameOf(node: Node): string | undefined {
  return (node.name ?? node.value) as string | undefined
}
