import { Link } from '@tanstack/react-router'
import { t } from '../messages/more.ts'
import { Heading } from '../parts/Heading.tsx'
import { Mark } from '../parts/Mark.tsx'
import { Spiral } from '../spiral/Spiral.tsx'
import { modes } from '../spiral/spiral-geometry.ts'

/** The About screen: the terms of the theory and their sources. */
export function About() {
  return (
    <div className="column about text">
      <Heading title={t.about.title} />
      <p>{t.about.lead}</p>
      <Spiral large threads={[]} label={t.spiral.empty(t.app)} />
      {modes.map((mode) => (
        <section key={mode}>
          <h2>
            <Mark mode={mode} /> {t.about.turns[mode].name}
            <small> {t.modes[mode]}</small>
          </h2>
          <p>{t.about.turns[mode].text}</p>
        </section>
      ))}
      <p>{t.about.whorl}</p>
      <p>{t.about.critique}</p>
      <h2>{t.about.sources}</h2>
      <ul className="works">
        {t.about.works.map((work) => (
          <li key={work}>{work}</li>
        ))}
      </ul>
      <p>
        <Link to="/" className="link">
          {t.notFound.home}
        </Link>
      </p>
    </div>
  )
}
