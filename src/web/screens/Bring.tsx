import { useState } from 'react'
import { t } from '../messages/more.ts'
import { AreaField } from '../parts/AreaField.tsx'
import { Form, Sending } from '../parts/Form.tsx'
import { Heading } from '../parts/Heading.tsx'
import { useMay } from '../parts/use-role.ts'
import { Choosing } from './bring/Choosing.tsx'
import { OneBrought } from './bring/OneBrought.tsx'
import { OnTheWay } from './bring/OnTheWay.tsx'
import { SourcesHere } from './bring/SourcesHere.tsx'
import { TakeOut } from './bring/TakeOut.tsx'
import { useBringing } from './bring/use-bringing.ts'
import { WholeFolder } from './bring/WholeFolder.tsx'

/** The Bring screen: keepers bring documents in; everybody sees the sources. */
export function Bring() {
  const keeps = useMay('keeper')
  return (
    <div className="column bring">
      <Heading title={keeps ? t.have.bring : t.bring.sources} />
      {keeps && <Bringing />}
      {keeps && <OnTheWay />}
      {keeps && <WholeFolder />}
      <TakeOut />
      <SourcesHere alone={!keeps} />
    </div>
  )
}

function Bringing() {
  const bringing = useBringing()
  const [area, setArea] = useState('')
  const { all, waiting, busy } = bringing
  return (
    <>
      <p className="lead">{t.bring.lead}</p>
      <Choosing onFiles={(found) => bringing.choose(found)} onPaste={bringing.paste} onAddress={bringing.fetch} />
      {all.length > 0 && (
        <Form does={() => bringing.bringIn(area)}>
          <ul className="brought-list" aria-label={t.bring.list}>
            {all.map((one) => (
              <OneBrought
                key={one.id}
                brought={one}
                busy={busy}
                onWay={(way) => bringing.setWay(one, way)}
                onLeaveOut={() => bringing.leaveOut(one)}
              />
            ))}
          </ul>
          {(waiting.length > 0 || busy) && (
            <>
              <p className="quiet">{t.bring.waysMore}</p>
              <AreaField value={area} onChange={setArea} disabled={busy} />
            </>
          )}
          {busy ? <Progress all={all} /> : <Next waiting={waiting.length} count={arrived(all).length} />}
        </Form>
      )}
    </>
  )
}

type All = ReturnType<typeof useBringing>['all']
const arrived = (all: All) => all.filter((one) => one.state.is === 'in')

/** The progress, file by file. */
function Progress({ all }: { all: All }) {
  const now = all.findIndex((one) => one.state.is === 'going')
  const words = t.bring.progress(now + 1, all.length)
  return (
    <div className="progress">
      <progress value={now} max={all.length} aria-label={t.bring.progressLabel} />
      <small role="status">
        {words} {all[now]?.name}
      </small>
    </div>
  )
}

function Next({ waiting, count }: { waiting: number; count: number }) {
  if (waiting > 0) {
    return <Sending>{t.bring.submit(waiting)}</Sending>
  }
  return count > 0 ? <p className="quiet">{t.bring.next}</p> : null
}
