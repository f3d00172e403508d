import { useId } from 'react'
import { t } from '../messages/messages.ts'
import { shapes } from '../parts/Mark.tsx'
import {
  type Cell,
  type Coil,
  inkPath,
  lanes,
  linePath,
  middleOf,
  modes,
  pointAt,
  runsOf,
  shiftOf,
  sizeOf,
  type Thread,
} from './spiral-geometry.ts'

const rim = 100

/** The picture of the spiral: small beside a topic, large for the whole; `label` describes it. */
export function Spiral({ threads, label, large = false }: { threads: Thread[]; label: string; large?: boolean }) {
  const reveal = useId()
  const turns = Math.max(large ? 3 : 2, ...threads.map((thread) => thread.closed + 1))
  const inner = large ? 17 : 9
  const coil: Coil = { inner, pitch: (rim - 4 - inner) / turns }
  const edge = large ? 122 : rim + 8
  return (
    <svg
      className={large ? 'spiral large' : 'spiral'}
      viewBox={`${-edge} ${-edge} ${2 * edge} ${2 * edge}`}
      role="img"
      aria-label={label}
    >
      <title>{label}</title>
      <Ground coil={coil} turns={turns} large={large} />
      <mask id={reveal} maskUnits="userSpaceOnUse" x={-edge} y={-edge} width={2 * edge} height={2 * edge}>
        <path className="reveal" d={linePath(coil, -0.1, turns)} pathLength={1} strokeWidth={coil.pitch * 1.3 + 6} />
      </mask>
      {threads.map((thread, k) => (
        <g key={keyOf(thread, k)} className={k === 0 ? 'thread' : 'thread lesser'}>
          <g mask={`url(#${reveal})`}>
            <Line thread={thread} coil={coil} lane={k} large={large} />
          </g>
          {thread.cells.map((cell) => (
            <CellMark key={`${cell.turn} ${cell.mode}`} {...{ cell, coil, turns, large }} lane={k} />
          ))}
        </g>
      ))}
      {large && threads.length === 0 && modes.map((mode) => <Ghost key={mode} mode={mode} coil={coil} />)}
      {large && <Names />}
    </svg>
  )
}

const keyOf = (thread: Thread, k: number) => `${k} ${thread.closed}`

function Ground({ coil, turns, large }: { coil: Coil; turns: number; large: boolean }) {
  return (
    <g className="ground">
      {modes.map((mode, quadrant) => (
        <path key={mode} className={`wedge ${mode}`} d={wedge(quadrant)} />
      ))}
      <path className="axis" d={`M0 ${-rim}V${rim}M${-rim} 0H${rim}`} />
      <circle className="axis" r={rim} />
      <path className="guide" d={linePath(coil, 0, turns)} />
      {!large && modes.map((mode) => <Corner key={mode} mode={mode} />)}
    </g>
  )
}

function wedge(quadrant: number): string {
  const at = (turns: number) => pointAt({ inner: rim, pitch: 0 }, turns).map(Math.round).join(' ')
  return `M0 0L${at(quadrant / 4)}A${rim} ${rim} 0 0 1 ${at((quadrant + 1) / 4)}Z`
}

/** The place of a missing mark in an empty picture. */
function Ghost({ mode, coil }: { mode: (typeof modes)[number]; coil: Coil }) {
  const [x, y] = pointAt(coil, middleOf({ turn: 1, mode }))
  return <path className={`ghost ${mode}`} d={shapes[mode]} transform={placed(x, y, 8)} />
}

function Corner({ mode }: { mode: (typeof modes)[number] }) {
  const [x, y] = pointAt({ inner: rim * 1.25, pitch: 0 }, middleOf({ turn: 0, mode }))
  return <path className={`corner ${mode}`} d={shapes[mode]} transform={placed(x, y, 9)} />
}

const asideOf = (lane: number, coil: Coil) => (lanes[lane % lanes.length] ?? 0) * coil.pitch

function Line({ thread, coil, lane, large }: { thread: Thread; coil: Coil; lane: number; large: boolean }) {
  const aside = asideOf(lane, coil)
  const [strong, light] = !large ? [2.2, 1.3] : lane ? [0.7, 0.5] : [1.35, 0.85]
  const wide = (turns: number) => light + (strong - light) * Math.min(1, Math.max(0, (thread.closed - turns) * 6 + 0.5))
  return runsOf(thread).map(({ from, to, drawn }) =>
    drawn ? (
      <path key={from} className="ink" d={inkPath(coil, from, to, wide, aside)} />
    ) : (
      <path key={from} className="gap" d={linePath(coil, from, to, aside)} />
    ),
  )
}

type CellMarkProps = { cell: Cell; coil: Coil; turns: number; large: boolean; lane: number }

function CellMark({ cell, coil, turns, large, lane }: CellMarkProps) {
  const along = middleOf(cell) + shiftOf(cell, lane)
  const [x, y] = pointAt(coil, along, asideOf(lane, coil))
  const size = sizeOf(cell.count, large ? (lane ? 4.2 : 6) : 10)
  return (
    <path
      className={`step ${cell.mode}`}
      d={shapes[cell.mode]}
      transform={placed(x, y, size)}
      style={{ animationDelay: `${Math.round((along / turns) * 1400)}ms` }}
    />
  )
}

const placed = (x: number, y: number, size: number) =>
  `translate(${(x - size / 2).toFixed(2)} ${(y - size / 2).toFixed(2)}) scale(${(size / 10).toFixed(3)})`

function Names() {
  const id = useId()
  return modes.map((mode, quadrant) => {
    const upper = quadrant < 2
    return (
      <g key={mode}>
        <path id={`${id}${mode}`} className="namepath" d={nameArc(quadrant, upper ? rim + 6 : rim + 13.5)} />
        <text className="name">
          <textPath href={`#${id}${mode}`} startOffset="50%" textAnchor="middle">
            {t.modes[mode]}
          </textPath>
        </text>
      </g>
    )
  })
}

/** The arc of a label; reversed in the lower half, so that the label is upright. */
function nameArc(quadrant: number, radius: number): string {
  const at = (turns: number) =>
    pointAt({ inner: radius, pitch: 0 }, turns)
      .map((n) => n.toFixed(2))
      .join(' ')
  const [from, to] = quadrant < 2 ? [quadrant, quadrant + 1] : [quadrant + 1, quadrant]
  return `M${at(from / 4)}A${radius} ${radius} 0 0 ${quadrant < 2 ? 1 : 0} ${at(to / 4)}`
}
