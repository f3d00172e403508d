/** Rules on the syntax tree: exports are documented, clock and randomness are passed in. */
import { lineAt, type Node, nodesOf, parse, type Source } from './source.ts'

/** Exported functions, classes and constants without comment: `src/ba/person.ts:12 invite`. */
export function undocumentedIn(source: Source): string[] {
  const { program, comments } = parse(source)
  const ends = comments.filter(({ value }) => String(value).startsWith('*')).map(({ end }) => end)
  const hasComment = (offset: number) => ends.some((end) => end <= offset && !source.text.slice(end, offset).trim())
  return (program.body as Node[]).flatMap((statement) => {
    const names = namesIn(statement)
    if (names.length === 0 || hasComment(statement.start)) return []
    return names.map((name) => `${source.path}:${lineAt(source.text, statement.start)} ${name}`)
  })
}

function namesIn(statement: Node): string[] {
  if (!['ExportNamedDeclaration', 'ExportDefaultDeclaration'].includes(statement.type)) return []
  const declared = statement.declaration as Node | null
  const nameOf = (node: Node) => ((node.id as Node | null)?.name as string | undefined) ?? 'default'
  switch (declared?.type) {
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return [nameOf(declared)]
    case 'VariableDeclaration':
      return (declared.declarations as Node[]).map(nameOf)
    default:
      return []
  }
}

/** The places where a file reads the clock or a random number by itself. */
export function clockAndRandomReadsIn(source: Source): string[] {
  return nodesOf(parse(source).program).flatMap((node) => {
    const what = clockOrRandomRead(node)
    return what ? [`${source.path}:${lineAt(source.text, node.start)} ${what}`] : []
  })
}

function clockOrRandomRead(node: Node): string | undefined {
  if (node.type === 'NewExpression' && (node.callee as Node).name === 'Date' && (node.arguments as Node[]).length === 0)
    return 'new Date()'
  if (node.type === 'CallExpression' && (node.callee as Node).name === 'Date') return 'Date()'
  if (node.type === 'MemberExpression') {
    const name = `${(node.object as Node).name}.${(node.property as Node).name}`
    if (['Date.now', 'Math.random'].includes(name)) return name
    if ((node.property as Node).name === 'randomUUID') return 'randomUUID'
  }
  if (node.type === 'ImportSpecifier' && (node.imported as Node).name === 'randomUUID') return 'randomUUID'
  return undefined
}
