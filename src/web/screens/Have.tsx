import { t } from '../messages/more.ts'
import { Heading } from '../parts/Heading.tsx'
import { WhatDoYouHave } from '../parts/WhatDoYouHave.tsx'
import { EarlierScans } from './scan/EarlierScans.tsx'

/** "What do you have?", asked again whenever somebody has more; and their earlier scans. */
export function Have() {
  return (
    <div className="column">
      <Heading title={t.have.title} />
      <p className="lead">{t.have.lead}</p>
      <WhatDoYouHave />
      <EarlierScans />
    </div>
  )
}
