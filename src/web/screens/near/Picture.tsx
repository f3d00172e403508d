import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { Out } from '../../contract.ts'
import { t } from '../../messages/more.ts'
import { useSpace } from '../../parts/use-space.ts'
import { type Box, layOut, type Place, towards, type Way } from './lay-out.ts'

type Neighbourhood = Out<'neighbourhood'>

/** The number of topics in a narrow picture; the table has all. */
const ON_A_PHONE = 12

/** Near topics as labels joined by lines. Arrow keys move between them, Enter opens one. */
export function Picture({ topic, near, lines }: Neighbourhood) {
  const picture = useRef<HTMLDivElement>(null)
  const width = useWidth(picture)
  const shown = width !== undefined && width < 520 ? near.slice(0, ON_A_PHONE) : near
  const ties = tiesAmong({ topic, near: shown, lines })
  const placed = usePlaced(picture, [topic.id, ...shown.map((one) => one.topic.id)], ties, width)
  const at = (id: string): Place => placed?.at.get(id) ?? { x: 0, y: 0 }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form
    <div
      ref={picture}
      role="group"
      aria-label={t.near.picture(topic.title)}
      className={placed ? 'neighbourhood placed' : 'neighbourhood'}
      style={{ blockSize: placed ? `${placed.height}px` : undefined }}
      onKeyDown={(event) => placed && walk(event, placed.at)}
    >
      <Lines ties={ties} at={at} {...(placed && width !== undefined && { size: { width, height: placed.height } })} />
      <Words topic={topic} className="middle" place={at(topic.id)} />
      {shown.map((one) => (
        <Words
          key={one.topic.id}
          topic={one.topic}
          className={one.ties.length ? '' : 'beyond'}
          place={at(one.topic.id)}
        />
      ))}
    </div>
  )
}

type WordsProps = { topic: Neighbourhood['topic']; className: string; place: Place }

function Words({ topic, className, place }: WordsProps) {
  const space = useSpace()
  const style = { translate: `calc(-50% + ${place.x}px) calc(-50% + ${place.y}px)` }
  const said = { className: `words ${className}`, style, 'data-topic': topic.id, children: topic.title }
  if (className === 'middle')
    return <Link to="/$space/t/$" params={{ space, _splat: topic.path }} aria-current="true" {...said} />
  return <Link to="/$space/near/$" params={{ space, _splat: topic.path }} {...said} />
}

type LinesProps = { ties: Tie[]; at: (id: string) => Place; size?: { width: number; height: number } }

function Lines({ ties, at, size }: LinesProps) {
  if (!size) return null
  const { width, height } = size
  return (
    <svg viewBox={`${-width / 2} ${-height / 2} ${width} ${height}`} aria-hidden="true">
      {ties.map(({ from, to, kind }) => {
        const [a, b] = [at(from), at(to)]
        return <line key={`${from} ${to} ${kind}`} className={kind} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
      })}
    </svg>
  )
}

type Tie = { from: string; to: string; kind: 'link' | 'source' }

/** The lines of the picture: links in either direction, else common sources. */
function tiesAmong({ topic, near, lines }: Pick<Neighbourhood, 'topic' | 'near' | 'lines'>): Tie[] {
  const shown = new Set([topic.id, ...near.map((one) => one.topic.id)])
  const ties = new Map<string, Tie>()
  const add = (tie: Tie) => {
    const key = [tie.from, tie.to].sort().join(' ')
    if (shown.has(tie.from) && shown.has(tie.to) && !ties.has(key)) ties.set(key, tie)
  }
  for (const line of lines) add({ ...line, kind: 'link' })
  for (const one of near) {
    if (one.ties.some(({ source }) => source)) add({ from: topic.id, to: one.topic.id, kind: 'source' })
  }
  return [...ties.values()]
}

function useWidth(picture: RefObject<HTMLDivElement | null>): number | undefined {
  const [width, setWidth] = useState<number>()
  useLayoutEffect(() => {
    const element = picture.current
    if (!element) return
    const look = () => setWidth(Math.floor(element.clientWidth))
    look()
    const watch = new ResizeObserver(look)
    watch.observe(element)
    return () => watch.disconnect()
  }, [picture])
  return width
}

/** Measures the rendered labels, then places them. */
function usePlaced(picture: RefObject<HTMLDivElement | null>, ids: string[], ties: Tie[], width: number | undefined) {
  const [placed, setPlaced] = useState<ReturnType<typeof layOut>>()
  const shown = JSON.stringify([ids, ties])
  useLayoutEffect(() => {
    if (width === undefined) return
    const [ids, ties] = JSON.parse(shown) as [string[], Tie[]]
    const boxes = ids.map((id): Box => {
      const words = picture.current?.querySelector<HTMLElement>(`[data-topic="${CSS.escape(id)}"]`)
      return { id, width: words?.offsetWidth ?? 0, height: words?.offsetHeight ?? 0 }
    })
    setPlaced(layOut(boxes, ties, width))
  }, [picture, shown, width])
  return placed
}

function walk(event: KeyboardEvent<HTMLElement>, at: ReadonlyMap<string, Place>): void {
  const from = event.target instanceof HTMLElement ? event.target.dataset.topic : undefined
  if (!from || !event.key.startsWith('Arrow')) return
  const to = towards(at, from, event.key as Way)
  if (!to) return
  event.preventDefault()
  event.currentTarget.querySelector<HTMLElement>(`[data-topic="${CSS.escape(to)}"]`)?.focus()
}
