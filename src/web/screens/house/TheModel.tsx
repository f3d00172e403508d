import type { Out } from '../../contract.ts'
import { day } from '../../messages/messages.ts'
import { t } from '../../messages/more.ts'
import { announce } from '../../parts/Announcer.tsx'
import { Press, Presses } from '../../parts/Press.tsx'
import { ShowMore } from '../../parts/ShowMore.tsx'
import { useDo } from '../../use-act.ts'
import { usePages } from '../../use-pages.ts'
import { Spent, Unwritten } from './Spent.tsx'

type Use = Out<'list-model'>['on'][number]
type Area = { slug: string; name: string; closed: boolean }

/** The model section for owners: which model, where it is on, what it is sent, and its cost. */
export function TheModel() {
  const { first, pages: models, more: moreOn } = usePages('list-model', {})
  const { pages: inAreas, more: moreAreas } = usePages('list-areas', {})
  const { first: sums, pages: failed, more: moreFailed } = usePages('model-spent', {})
  const { offered } = first
  const { spent } = sums
  const on = models.flatMap((page) => page.on)
  const areas = inAreas.flatMap((page) => page.areas)
  const unwritten = failed.flatMap((page) => page.unwritten)
  return (
    <section className="the-model">
      <h2>{t.model.title}</h2>
      {offered ? (
        <>
          <p>{t.model.lead(offered.name, offered.where)}</p>
          <p className="quiet">{t.modelHere.sent}</p>
          <p className="quiet">{t.modelHere.made}</p>
          <ul className="areas">
            {areas.map((area) => (
              <OneArea key={area.slug} area={area} use={on.find((use) => use.area.slug === area.slug)} />
            ))}
          </ul>
          <ShowMore more={moreOn ?? moreAreas} />
        </>
      ) : (
        <p className="quiet">{t.model.none}</p>
      )}
      {(offered || spent.length > 0) && <Spent spent={spent} />}
      <Unwritten unwritten={unwritten} />
      <ShowMore more={moreFailed} />
    </section>
  )
}

function OneArea({ area, use }: { area: Area; use: Use | undefined }) {
  const turnOn = useDo('turn-on-model')
  const turnOff = useDo('turn-off-model')
  const name = area.closed ? area.name : t.modelHere.open
  const turn = async () => {
    await (use?.holds ? turnOff : turnOn)({ area: area.slug })
    announce(use?.holds ? t.model.turnedOff : t.model.turnedOn)
  }
  return (
    <li>
      <h3>{name}</h3>
      <p className="quiet">{stateOf(use)}</p>
      <Presses>
        <Press
          className="small"
          aria-label={use?.holds ? t.model.turnOffNamed(name) : t.model.turnOnNamed(name)}
          does={turn}
        >
          {use?.holds ? t.model.turnOff : t.model.turnOn}
        </Press>
        {!use?.holds && <small className="quiet">{t.model.willTell}</small>}
      </Presses>
    </li>
  )
}

function stateOf(use: Use | undefined): string {
  if (!use) return t.model.off
  return use.holds ? t.model.on(use.by.name, day(use.at)) : t.model.other(use.name, use.where)
}
