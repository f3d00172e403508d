import { t } from '../messages/messages.ts'

/** The loading state: nothing at first, then a skeleton of lines. */
export function Quiet() {
  return (
    <div className="quiet-wait">
      <p className="unseen" role="status">
        {t.loading}
      </p>
      <i className="wide" />
      <i />
      <i />
      <i className="short" />
    </div>
  )
}
