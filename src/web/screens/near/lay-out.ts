import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force'

/** Something to be placed, by the size of its words in pixels; the first of all is what the others are near. */
export interface Box {
  id: string
  width: number
  height: number
}

/** Where the middle of something is, in pixels from the middle of the picture. */
export interface Place {
  x: number
  y: number
}

type Node = Box & SimulationNodeDatum & Place

/** What is left free around words. */
const GAP = 14
const [STEPS, APART] = [240, 400]

/**
 * Places boxes in a picture of a width so that what is tied stands close and no words lie over others (Fruchterman &
 * Reingold 1991, by d3-force, with boxes for points). The same boxes are placed alike each time.
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

/** They begin on a circle in their order, so that the picture does not depend on chance. */
function startOf(n: number, of: number, width: number): Place {
  if (n === 0) return { x: 0, y: 0 }
  const angle = (2 * Math.PI * n) / Math.max(1, of - 1)
  return { x: (width / 3) * Math.cos(angle), y: (width / 4) * Math.sin(angle) }
}

/** Moves boxes that lie over each other apart, and what is out of the picture back in; says whether any had to. */
function keepApart(nodes: readonly Node[], width: number): boolean {
  let moved = false
  for (const [n, one] of nodes.entries()) {
    for (const other of nodes.slice(n + 1)) {
      const across = (one.width + other.width) / 2 + GAP - Math.abs(one.x - other.x)
      const down = (one.height + other.height) / 2 + GAP - Math.abs(one.y - other.y)
      if (across <= 0.5 || down <= 0.5) continue
      moved = true
      // Words are wide and low: they pass each other sooner up and down.
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

/** What one comes to from a box by an arrow key: the closest that lies more that way than beside it. */
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
