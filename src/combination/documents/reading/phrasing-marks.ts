interface Node {
  type: string
  value?: string
  children?: Node[]
}

const MARKED = new Set(['emphasis', 'strong', 'delete'])
const HOLDS_LINES = new Set(['paragraph', 'heading', 'tableCell'])

/**
 * Makes emphasis such that Markdown can write it: spaces at its ends move out of it, neighbours are
 * joined, and where its marks would not be read as marks (`a**“b”**c`) its words stand without them.
 * Otherwise the writer encodes the letters beside the marks, which breaks words.
 */
export function keepMarksWritable(node: Node): void {
  if (!node.children) return
  // A text may stand in several places of the tree, and is changed in one.
  node.children = node.children.map((one) => (one.type === 'text' ? { ...one } : one))
  for (const child of node.children) keepMarksWritable(child)
  node.children = withoutUnreadable(joinNeighbours(node.children.flatMap(spacesOut)))
  if (HOLDS_LINES.has(node.type)) trimEnds(node.children)
  // Emphasis of nothing would be written as marks alone.
  node.children = node.children.filter(
    (one) => !(MARKED.has(one.type) && one.children?.length === 0) && one.value !== '',
  )
}

function spacesOut(node: Node): Node[] {
  if (!MARKED.has(node.type) || !node.children) return [node]
  const [first, last] = [node.children[0], node.children.at(-1)]
  const all: Node[] = [node]
  if (last?.type === 'text' && /\s$/.test(last.value ?? '')) {
    last.value = last.value?.trimEnd() ?? ''
    all.push({ type: 'text', value: ' ' })
  }
  if (first?.type === 'text' && /^\s/.test(first.value ?? '')) {
    first.value = first.value?.trimStart() ?? ''
    all.unshift({ type: 'text', value: ' ' })
  }
  node.children = node.children.filter(({ type, value }) => type !== 'text' || value !== '')
  return node.children.length ? all : all.filter((one) => one !== node)
}

function joinNeighbours(nodes: readonly Node[]): Node[] {
  const all: Node[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    if (last?.type === 'text' && node.type === 'text') {
      const space = /\s$/.test(last.value ?? '')
      last.value = `${last.value ?? ''}${space ? node.value?.trimStart() : node.value}`
    } else if (last?.children && last.type === node.type && MARKED.has(node.type))
      last.children.push(...(node.children ?? []))
    else all.push(node)
  }
  return all
}

function withoutUnreadable(nodes: readonly Node[]): Node[] {
  const all: Node[] = []
  for (const [n, node] of nodes.entries()) {
    if (!MARKED.has(node.type) || !node.children) {
      all.push(node)
      continue
    }
    const [before, after] = [edge(nodes[n - 1], -1), edge(nodes[n + 1], 0)]
    const [first, last] = [edge(node.children[0], 0), edge(node.children.at(-1), -1)]
    if ((!isPunctuation(first) || !isLetter(before)) && (!isPunctuation(last) || !isLetter(after))) {
      all.push(node)
      continue
    }
    all.push(...node.children)
    if (isEndOfPhrase(last, after)) all.push({ type: 'text', value: ' ' })
  }
  return joinTexts(all)
}

const joinTexts = (nodes: readonly Node[]) =>
  joinNeighbours(nodes.map((one) => (one.type === 'text' ? { ...one } : one)))

/** The first or last character of a node; marks of other nodes count as punctuation. */
const edge = (node: Node | undefined, at: 0 | -1): string =>
  node === undefined || node.type === 'break'
    ? ' '
    : node.type === 'text'
      ? ([...(node.value ?? ' ').slice(at === 0 ? 0 : -2, at === 0 ? 2 : undefined)].at(at) ?? ' ')
      : '*'

const isPunctuation = (letter: string) => /[\p{P}\p{S}]/u.test(letter)
const isLetter = (letter: string) => !/\s/.test(letter) && !isPunctuation(letter)

/** `Warning:` before `do`, `Note.` before `The`: a space was meant. */
const isEndOfPhrase = (last: string, after: string) =>
  /[,;:]/.test(last) ? /\p{L}/u.test(after) : /[.!?]/.test(last) && /\p{Lu}/u.test(after)

function trimEnds(children: readonly Node[]): void {
  const [first, last] = [children[0], children.at(-1)]
  if (first?.type === 'text') first.value = first.value?.trimStart() ?? ''
  if (last?.type === 'text') last.value = last.value?.trimEnd() ?? ''
}
