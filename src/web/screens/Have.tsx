import { t } from '../messages/more.ts'
import { Heading } from '../parts/Heading.tsx'
import { WhatDoYouHave } from '../parts/WhatDoYouHave.tsx'
import { EarlierTurns } from './turn/EarlierTurns.tsx'

/** "What do you have?", asked again whenever somebody wants to bring more; and what they brought before. */
export function Have() {
  return (
    <div className="column">
      <Heading title={t.have.title} />
      <p className="lead">{t.have.lead}</p>
      <WhatDoYouHave />
      <EarlierTurns />
    </div>
  )
}
