import { Link } from '@tanstack/react-router'
import { t } from '../messages/messages.ts'
import { Frame } from '../parts/Frame.tsx'
import { Heading } from '../parts/Heading.tsx'

/** The screen for an unknown address. */
export function NotFound() {
  return (
    <Frame>
      <div className="column door">
        <Heading title={t.notFound.title} />
        <p className="lead">{t.notFound.text}</p>
        <Link to="/" className="button">
          {t.notFound.home}
        </Link>
      </div>
    </Frame>
  )
}
