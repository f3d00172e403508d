import { type Here, inArea, onlyFor } from '../../ba/index.ts'
import type { Missing } from './missing-rows.ts'

/** Records a changed search: for its owner, and for the area if the room sees it. */
export function missingChanged(here: Here, row: Missing, toldBefore = false): void {
  const topics = row.topic_id === null ? [] : [row.topic_id]
  here.changed({ missing: row.id }, onlyFor(row.person_id, ...topics))
  if (toldBefore || row.room_at !== null) here.changed({ missing: row.id }, inArea(row.area_id, ...topics))
}
