import { t } from '../messages/messages.ts'

/** Waiting: nothing for a moment, then a few quiet lines where the text will be. */
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
