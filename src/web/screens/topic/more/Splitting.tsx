import { useState } from 'react'
import type { Out } from '../../../contract.ts'
import { t } from '../../../messages/more.ts'
import { announce } from '../../../parts/Announcer.tsx'
import { Field } from '../../../parts/Field.tsx'
import { Form, Sending } from '../../../parts/Form.tsx'
import { ShowMore } from '../../../parts/ShowMore.tsx'
import { useDo } from '../../../use-act.ts'
import { usePages } from '../../../use-pages.ts'
import type { TendingProps } from './More.tsx'
import { useGoTo } from './use-go-to.ts'
import { type Chosen, linesGoing, sectionOf } from './what-goes.ts'

type Parts = Pick<Out<'list-parts'>, 'version' | 'blocks' | 'claims'>

/** Splitting off blocks of a page, with the lines they cite. */
export function Splitting({ topic, onDone }: TendingProps) {
  const { first, pages, more } = usePages('list-parts', { topic: topic.path, most: 200 })
  const parts = {
    version: first.version,
    blocks: pages.flatMap(({ blocks }) => blocks),
    claims: pages.flatMap(({ claims }) => claims),
  }
  const [title, setTitle] = useState('')
  const [chosen, setChosen] = useState<Chosen>({ blocks: new Set(), claims: new Set() })
  const split = useDo('split-topic')
  const goTo = useGoTo()
  async function send() {
    const claims = linesGoing(parts.blocks, chosen)
    const made = { topic: topic.id, title: title.trim(), version: parts.version, blocks: [...chosen.blocks], claims }
    const { topic: now } = await split(made)
    announce(t.tending.splitOff(now.title))
    onDone()
    await goTo(now.path)
  }
  return (
    <Form does={send}>
      <Field name="title" label={t.tending.splitTitle}>
        <input required maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
      </Field>
      <p className="quiet">{t.tending.splitMore}</p>
      <Blocks {...{ parts, chosen, setChosen }} />
      <LooseLines {...{ parts, chosen, setChosen }} />
      <ShowMore more={more} />
      <Sending disabled={chosen.blocks.size + chosen.claims.size === 0}>{t.tending.splitSubmit}</Sending>
    </Form>
  )
}

type PartProps = { parts: Parts; chosen: Chosen; setChosen: (chosen: Chosen) => void }

/** The blocks to choose; a heading chooses its section. */
function Blocks({ parts: { blocks }, chosen, setChosen }: PartProps) {
  if (blocks.length === 0) return null
  const toggle = (n: number) => {
    const next = new Set(chosen.blocks)
    const on = !next.has(n)
    for (const one of sectionOf(blocks, n)) on ? next.add(one) : next.delete(one)
    setChosen({ ...chosen, blocks: next })
  }
  return (
    <fieldset className="goes-over">
      <legend>{t.tending.splitWhat}</legend>
      {blocks.map(({ n, words, heading }) => (
        <label key={n} className={heading ? 'heading' : undefined}>
          <input type="checkbox" checked={chosen.blocks.has(n)} onChange={() => toggle(n)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}

function LooseLines({ parts: { blocks, claims }, chosen, setChosen }: PartProps) {
  const loose = claims.filter(({ id }) => !blocks.some((block) => block.claims.includes(id)))
  if (loose.length === 0) return null
  const toggle = (id: string) => {
    const next = new Set(chosen.claims)
    if (!next.delete(id)) next.add(id)
    setChosen({ ...chosen, claims: next })
  }
  return (
    <fieldset className="goes-over">
      <legend>{t.tending.splitLines}</legend>
      {loose.map(({ id, statement }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.claims.has(id)} onChange={() => toggle(id)} />
          <span>{statement}</span>
        </label>
      ))}
    </fieldset>
  )
}
