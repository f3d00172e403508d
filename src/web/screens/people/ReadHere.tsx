import type { Out } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { useMay } from '../../parts/use-role.ts'
import { useAct, useDo } from '../../use-act.ts'

type Inference = Out<'list-inference'>['inference'][number]

/** The inferences of this space: off until an owner turns one on; everybody sees who did. */
export function ReadHere() {
  const { inference } = useAct('list-inference', {})
  return (
    <section>
      <h2>{t.readHere.title}</h2>
      <p className="quiet">{t.readHere.lead}</p>
      <ul className="areas">
        {inference.map((one) => (
          <OneRead key={one.from} one={one} />
        ))}
      </ul>
    </section>
  )
}

/** One inference, its state, and for owners the switch. */
export function OneRead({ one: { from, on } }: { one: Inference }) {
  const owns = useMay('owner')
  const turnOn = useDo('turn-on-inference')
  const turnOff = useDo('turn-off-inference')
  const words = t.readHere[from]
  const turn = async () => {
    await (on ? turnOff : turnOn)({ from })
    announce(on ? t.readHere.turnedOff : t.readHere.turnedOn)
  }
  return (
    <li>
      <h3>{words.name}</h3>
      <p className="quiet">{words.what}</p>
      <p className="quiet">{on ? t.readHere.on(on.by.name, day(on.at)) : t.readHere.off}</p>
      {owns && (
        <Presses>
          <Press
            className="small"
            aria-label={on ? t.readHere.turnOffNamed(words.name) : t.readHere.turnOnNamed(words.name)}
            does={turn}
          >
            {on ? t.readHere.turnOff : t.readHere.turnOn}
          </Press>
          {!on && <small className="quiet">{t.readHere.willTell}</small>}
        </Presses>
      )}
    </li>
  )
}
