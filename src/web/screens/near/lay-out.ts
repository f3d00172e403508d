import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force'

/** A label to be placed, with its size in pixels; the first is the centre. */
export interface Box {
  id: string
  width: number
  height: number
}

/** The centre of a label, in pixels from the picture's centre. */
export interface Place {
  x: number
  y: number
}

type Node = Box & SimulationNodeDatum & Place

/** The margin around labels, in pixels. */
const GAP = 14
const [STEPS, APART] = [240, 400]

/**
 * Force-directed layout (Fruchterman & Reingold 1991, by d3-force) in a given width, with boxes
 * that do not overlap. Deterministic.
 */
export function layOut(boxes: readonly Box[], ties: readonly { from: string; to: string }[], width: number) {
  const nodes: Node[] = boxes.map((box, n) => ({ ...box, ...startOf(n, boxes.length, width) }))
  const middle = nodes[0]
  if (!middle) return { at: new Map<string, Place>(), height: 0 }
  Object.assign(middle, { fx: 0, fy: 0 })
  const links = ties.map(({ from, to }) => ({ source: from, target: to }))
  const wide = Math.min(1, width / 700)
  const pull = forceLink<Node, { source: string; target: string }>(links)
    .id(({ id }) => id)
    .distance(190 * wide)
    .strength(0.3)
  const simulation = forceSimulation(nodes)
    .force('tie', pull)
    .force('apart', forceManyBody<Node>().strength(-1100 * wide))
    .force('x', forceX<Node>(0).strength(0.03))
    .force('y', forceY<Node>(0).strength(0.07))
    .stop()
  for (let step = 0; step < STEPS; step++) {
    simulation.tick()
    keepApart(nodes, width)
  }
  for (let step = 0; step < APART && keepApart(nodes, width); step++);
  const top = Math.min(...nodes.map((node) => node.y - node.height / 2)) - GAP
  const bottom = Math.max(...nodes.map((node) => node.y + node.height / 2)) + GAP
  const at = new Map(nodes.map(({ id, x, y }) => [id, { x, y: y - (top + bottom) / 2 }]))
  return { at, height: bottom - top }
}

/** Start positions on a circle, in order, so that the layout is deterministic. */
function startOf(n: number, of: number, width: number): Place {
  if (n === 0) return { x: 0, y: 0 }
  const angle = (2 * Math.PI * n) / Math.max(1, of - 1)
  return { x: (width / 3) * Math.cos(angle), y: (width / 4) * Math.sin(angle) }
}

/** Separates overlapping boxes and moves boxes back into the picture; returns whether any moved. */
function keepApart(nodes: readonly Node[], width: number): boolean {
  let moved = false
  for (const [n, one] of nodes.entries()) {
    for (const other of nodes.slice(n + 1)) {
      const across = (one.width + other.width) / 2 + GAP - Math.abs(one.x - other.x)
      const down = (one.height + other.height) / 2 + GAP - Math.abs(one.y - other.y)
      if (across <= 0.5 || down <= 0.5) continue
      moved = true
      // Labels are wide and low, so they are separated vertically first.
      if (down <= across || width < 500) push(one, other, 'y', down)
      else push(one, other, 'x', across)
    }
    const room = Math.max(0, (width - one.width) / 2)
    if (Math.abs(one.x) > room) one.x = Math.sign(one.x) * room
  }
  return moved
}

function push(one: Node, other: Node, axis: 'x' | 'y', by: number): void {
  const sign = one[axis] <= other[axis] ? 1 : -1
  const still = one.fx === 0
  if (!still) one[axis] -= (sign * by) / 2
  other[axis] += sign * (still ? by : by / 2)
}

export type Way = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'

const ways: Record<Way, Place> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/**
 * The box reached by an arrow key: the closest that lies more in this direction than to the side.
 */
export function towards(at: ReadonlyMap<string, Place>, from: string, way: Way): string | undefined {
  const here = at.get(from)
  if (!here) return undefined
  const { x, y } = ways[way]
  const far = [...at].flatMap(([id, place]) => {
    const [dx, dy] = [place.x - here.x, place.y - here.y]
    const along = dx * x + dy * y
    const beside = Math.abs(dx * y) + Math.abs(dy * x)
    return along > 0 && beside <= 2 * along ? [{ id, far: along + 2 * beside }] : []
  })
  return far.sort((a, b) => a.far - b.far)[0]?.id
}
