import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Mode } from '../contract.ts'
import { t } from '../messages/messages.ts'
import { Mark } from './Mark.tsx'
import { useMay } from './use-role.ts'
import { useSpace } from './use-space.ts'

/** "What do you have?": five ways to begin; bringing things in needs the role of a keeper. */
export function WhatDoYouHave() {
  const keeps = useMay('keeper')
  const tells = useMay('member')
  const space = useSpace()
  return (
    <ul className="have">
      {keeps && (
        <>
          <Way mode="combination" {...t.have.folder}>
            {(inside) => <ToScan what="folder">{inside}</ToScan>}
          </Way>
          <Way mode="socialisation" {...t.have.history}>
            {(inside) => <ToScan what="history">{inside}</ToScan>}
          </Way>
          <Way mode="externalisation" {...t.have.chat}>
            {(inside) => <ToScan what="chat">{inside}</ToScan>}
          </Way>
        </>
      )}
      {tells && (
        <Way mode="externalisation" {...t.have.story}>
          {(inside) => (
            <Link to="/$space/tell" params={{ space }} className="link">
              {inside}
            </Link>
          )}
        </Way>
      )}
      {tells && (
        <Way mode="internalisation" {...t.have.puzzled}>
          {(inside) => (
            <Link to="/$space/puzzled" params={{ space }} className="link">
              {inside}
            </Link>
          )}
        </Way>
      )}
    </ul>
  )
}

type WayProps = { mode: Mode; title: string; gives: string; children: (inside: ReactNode) => ReactNode }

function Way({ mode, title, gives, children }: WayProps) {
  return (
    <li>
      <Mark mode={mode} />
      <div>
        <h3>{children(title)}</h3>
        <p>{gives}</p>
      </div>
    </li>
  )
}

/** The kinds of things that can be scanned. */
export type Scannable = 'folder' | 'history' | 'chat'

function ToScan({ what, children }: { what: Scannable; children: ReactNode }) {
  return (
    <Link to="/$space/scan" params={{ space: useSpace() }} search={{ what }} className="link">
      {children}
    </Link>
  )
}
