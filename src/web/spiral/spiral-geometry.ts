import type { Mode } from '../contract.ts'

/** The four modes in the order of the spiral, clockwise from the left. */
export const modes: Mode[] = ['socialisation', 'externalisation', 'combination', 'internalisation']

/** A conversion in the picture; `whorl` is the number of its closed round, from 1. */
export type Step = { mode: Mode; whorl: number | null }
/** All steps of one mode within one turn: one mark. */
export type Cell = { turn: number; mode: Mode; count: number }
/** One line of the picture: closed rounds and cells. */
export type Thread = { closed: number; cells: Cell[] }
/** The geometry of a line: inner radius, and growth per turn. */
export type Coil = { inner: number; pitch: number }
/** A drawn or a missing piece of the line. */
export type Run = { from: number; to: number; drawn: boolean }

/** The number of closed rounds drawn. */
export const maxTurns = 5

/**
 * Groups steps, in order of time, into turns: each closed round is one. A step of no round stands
 * in the one that was under way, or after all of them in the open turn.
 */
export function threadOf(steps: Step[]): Thread {
  const rounds = [...new Set(steps.flatMap((step) => step.whorl ?? []))].sort((a, b) => a - b)
  const closedAt = rounds.map((round) => steps.findLastIndex((step) => step.whorl === round))
  const hidden = Math.max(0, rounds.length - maxTurns)
  const cells = new Map<string, Cell>()
  for (const [place, { mode, whorl }] of steps.entries()) {
    const underWay = closedAt.findIndex((closed) => closed > place)
    const turn = (whorl !== null ? rounds.indexOf(whorl) : underWay < 0 ? rounds.length : underWay) - hidden
    if (turn < 0) continue
    const cell = cells.get(`${turn} ${mode}`) ?? { turn, mode, count: 0 }
    cells.set(`${turn} ${mode}`, { ...cell, count: cell.count + 1 })
  }
  return { closed: rounds.length - hidden, cells: [...cells.values()].sort((a, b) => middleOf(a) - middleOf(b)) }
}

/** The modes the open turn has been through, in the order of the line. */
export const openModes = ({ closed, cells }: Thread): Mode[] =>
  cells.filter((cell) => cell.turn === closed).map((cell) => cell.mode)

/** The pieces of a line: closed rounds whole, then the quadrants of the open turn. */
export function runsOf(thread: Thread): Run[] {
  const open = openModes(thread).map((mode) => modes.indexOf(mode))
  const last = Math.max(-1, ...open)
  const first = thread.closed > 0 ? 0 : Math.min(4, ...open)
  const runs: Run[] =
    thread.closed > 0 ? [{ from: 0, to: thread.closed + (open.includes(0) ? 0 : 0.1), drawn: true }] : []
  for (let quadrant = first; quadrant <= last; quadrant++) {
    const from = thread.closed + quadrant / 4
    const piece = { from, to: from + (quadrant === last ? 0.27 : 0.25), drawn: open.includes(quadrant) }
    const before = runs.at(-1)
    if (before?.drawn === piece.drawn && before.to >= from) before.to = piece.to
    else runs.push({ ...piece, from: before ? Math.max(from, before.to) : from })
  }
  return runs
}

/** The middle of a cell, in turns from the start of the line. */
export const middleOf = ({ turn, mode }: { turn: number; mode: Mode }): number => turn + (modes.indexOf(mode) + 0.5) / 4

/** Offsets of parallel threads, in fractions of the pitch. */
export const lanes = [0, 0.34, -0.32, 0.17, -0.16]
const laneShifts = [0, 0.05, -0.05, -0.025, 0.025]

/** A small deterministic shift of a mark, so that marks do not align. */
export function shiftOf(cell: Cell, lane = 0): number {
  const n = Math.sin(cell.turn * 12.9 + modes.indexOf(cell.mode) * 78.2 + lane * 37.7) * 43758.5
  return (laneShifts[lane % laneShifts.length] ?? 0) + (n - Math.floor(n) - 0.5) * (lane ? 0.04 : 0.08)
}

/** A mark's size; its area grows with the count, up to eight. */
export const sizeOf = (count: number, one: number): number => one * Math.min(count, 8) ** 0.42

/** The point of the line after so many turns: `pointAt({ inner: 10, pitch: 20 }, 0)` is `[-10, 0]`. */
export function pointAt({ inner, pitch }: Coil, turns: number, aside = 0): [number, number] {
  const angle = Math.PI * (1 + 2 * turns)
  const radius = inner + pitch * turns + aside
  return [radius * Math.cos(angle), radius * Math.sin(angle)]
}

/** The line between two places on it, as a smooth path. */
export const linePath = (coil: Coil, from: number, to: number, aside = 0): string =>
  smooth((turns) => pointAt(coil, turns, aside), from, to)

/** The line as a closed path of variable width `wide(t)`. */
export function inkPath(coil: Coil, from: number, to: number, wide: (turns: number) => number, aside = 0): string {
  const half = (turns: number) => (wide(turns) * ease((turns - from) / 0.2, 0.08) * ease((to - turns) / 0.16, 0)) / 2
  const outer = smooth((turns) => pointAt(coil, turns, aside + half(turns)), from, to)
  const back = smooth((turns) => pointAt(coil, turns, aside - half(turns)), to, from)
  return `${outer}L${back.slice(1)}Z`
}

const ease = (x: number, least: number) => {
  const clamped = Math.min(1, Math.max(0, x))
  return least + (1 - least) * clamped * clamped * (3 - 2 * clamped)
}

/** A smooth path in sixteen cubic pieces per turn. */
function smooth(at: (turns: number) => [number, number], from: number, to: number): string {
  const pieces = Math.max(4, Math.ceil(Math.abs(to - from) * 16))
  const step = (to - from) / pieces
  const slope = (turns: number) => {
    const [[ax, ay], [bx, by]] = [at(turns - step / 50), at(turns + step / 50)]
    return [(bx - ax) * 25, (by - ay) * 25] as const
  }
  let path = `M${at(from).map(round).join(' ')}`
  for (let k = 0; k < pieces; k++) {
    const [a, b] = [from + step * k, from + step * (k + 1)]
    const [[ax, ay], [bx, by], [adx, ady], [bdx, bdy]] = [at(a), at(b), slope(a), slope(b)]
    path += `C${[ax + adx / 3, ay + ady / 3, bx - bdx / 3, by - bdy / 3, bx, by].map(round).join(' ')}`
  }
  return path
}

const round = (n: number) => Math.round(n * 100) / 100
