/** Finds catches that swallow an error. */
import { lineAt, type Node, nodesOf, parse, type Source } from './source.ts'

/**
 * The catches that ignore their error: `catch {}`, `.catch(() => undefined)`,
 * `.then(go, () => {})`. A deliberate one inspects the error and rethrows unknown ones.
 */
export function silentCatchesIn(source: Source): string[] {
  return nodesOf(parse(source).program)
    .filter(isSilent)
    .map(({ start }) => `${source.path}:${lineAt(source.text, start)}`)
}

function isSilent(node: Node): boolean {
  if (node.type === 'CatchClause') return !uses(node.body as Node, node.param as Node | null)
  if (node.type !== 'CallExpression') return false
  const handler = handlerIn(node)
  return handler !== undefined && ignoresError(handler)
}

/** The rejection handler of a call: the argument of `.catch`, the second one of `.then`. */
function handlerIn({ callee, arguments: args }: Node): Node | undefined {
  const name = ((callee as Node).property as Node | undefined)?.name
  const [first, second] = args as Node[]
  if (name === 'catch') return first
  return name === 'then' ? second : undefined
}

/** Whether a handler ignores its argument; a handler passed by name is assumed to use it. */
function ignoresError(handler: Node): boolean {
  if (!['ArrowFunctionExpression', 'FunctionExpression'].includes(handler.type)) return handler.type !== 'Identifier'
  const [caught] = handler.params as Node[]
  return !uses(handler.body as Node, caught ?? null)
}

function uses(body: Node, caught: Node | null): boolean {
  if (caught === null) return false
  const names = new Set(nodesOf(caught).flatMap(({ type, name }) => (type === 'Identifier' ? [name] : [])))
  return nodesOf(body).some(({ type, name }) => type === 'Identifier' && names.has(name))
}
