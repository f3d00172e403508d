import { createHash } from 'node:crypto'
import { type Area, type HereIAm, onlyFor } from '../../ba/index.ts'
import { addFile, sourceByContent, sourceById } from '../../knowledge/index.ts'
import { addArrival, keepArrivalPart, keepSource, madeFrom, wishToBring } from '../documents/index.ts'
import type { FileToImport, ImportedFile } from './import-files.ts'
import { sourceName } from './page-file.ts'

/** Whether a file is HTML by its name. */
export const isHtml = (path: string): boolean => /\.x?html?$/i.test(path)

type Html = { file: FileToImport; area: Area }
type Outcome = Pick<ImportedFile, 'is' | 'id' | 'name'>

/**
 * Imports an HTML file as the same source as any other way, once for the same bytes. Text converted
 * by the client is kept with the file; otherwise a job reads it, and its id comes later.
 */
export async function importedHtml(here: HereIAm, { file, area }: Html): Promise<Outcome> {
  const { tx, space } = here
  const bytes = file.read ? Buffer.from(file.read.bytes, 'base64') : Buffer.from(file.text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const same = await sourceByContent(tx, space.id, area.id, sha256)
  if (same) return { is: 'same', id: same.id, name: (await sourceById(tx, space.id, same.id))?.name ?? null }
  return file.read ? keepRead(here, { file, area }, bytes, sha256) : wishRead(here, { file, area }, bytes)
}

async function keepRead(here: HereIAm, { file, area }: Html, bytes: Buffer, sha256: string): Promise<Outcome> {
  const { tx, space, me, now, newId } = here
  const given = sourceName(file.path)
  const name = given.replace(/\.x?html?$/i, '.md')
  const stem = given.slice(given.lastIndexOf('/') + 1).replace(/\.x?html?$/i, '')
  const title = (file.read?.title ?? stem).replace(/\s+/g, ' ').trim().slice(0, 200) || stem
  const origin = file.path.slice(0, 500)
  const { text } = madeFrom({ title, origin, now, text: file.read?.text ?? '' })
  const id = newId()
  const near = [...here.areas.keys()]
  const kept = await keepSource(here, { area: area.id, name, title, text, origin, by: me.id, near, file: id })
  await addFile(
    tx,
    {
      space_id: space.id,
      id,
      name: given.replace(/^.*\//, ''),
      media_type: 'text/html',
      sha256,
      brought_by: me.id,
    },
    bytes,
  )
  return { is: 'new', id: kept.source, name: kept.name }
}

async function wishRead(here: HereIAm, { file, area }: Html, bytes: Buffer): Promise<Outcome> {
  const { tx, space, me, now, newId } = here
  const id = newId()
  const none = { title: null, address: null, replaces: null, file_id: null, wished_at: null, ended_at: null }
  const begun = { parts: 1, begun_at: now, fault: null, source_id: null, already: null }
  const name = sourceName(file.path)
  await addArrival(tx, { space_id: space.id, id, area_id: area.id, by_person: me.id, name, ...none, ...begun })
  await keepArrivalPart(tx, { space_id: space.id, arrival_id: id, part: 0, bytes: bytes.toString('base64') }, me.id)
  await wishToBring(here, id)
  here.changed({ arrival: id }, onlyFor(me.id))
  return { is: 'new', id: null, name: null }
}
