import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Unread } from '../../combination/index.ts'
import { holdFolder } from './hold-folder.ts'
import { moveInside, placeFault, putInside } from './put-inside.ts'
import { exported, type ImportedFile, importing, listed, type Reach, type ToImport } from './reach.ts'
import { type FolderFile, type FolderRead, openFolder, textHash } from './read-folder.ts'
import { type InStep, openSidecar, type Sidecar } from './sidecar.ts'

/** The result of one sync step: changes by file, and failures. */
export interface Step {
  done: { path: string; what: 'in' | 'out' | 'both' | 'left-out' | 'put-aside' }[]
  unread: Unread[]
  files: number
}

/**
 * Opens a folder for syncing with an area of a space; each call compares both sides once and
 * applies changes.
 */
export function openSync(path: string): (reach: Reach, progress?: (words: string) => void) => Promise<Step> {
  const root = resolve(path)
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new Error(`${root} is not a folder. Name one that is there.`)
  const folder = openFolder(root)
  const refused = new Map<string, { hash: string; reason: string }>()
  let seen: { mark: string; list: Listed } | undefined
  let sidecar: Sidecar | undefined

  return async (reach, progress = () => {}) => {
    const letGo = await holdFolder(root)
    try {
      return await lookOnce(reach, progress)
    } finally {
      letGo()
    }
  }

  async function lookOnce(reach: Reach, progress: (words: string) => void): Promise<Step> {
    const read = folder.read()
    const answer = await listed(reach, seen?.mark)
    if (!answer.same || !seen) seen = { mark: answer.mark, list: answer.files }
    // Another process may have synced the folder since.
    if (!sidecar?.isAsKept()) sidecar = openSidecar(root, { space: answer.space, area: reach.area ?? '' })
    const side = sidecar
    const step: Step = { done: [], unread: unreadNow(), files: 0 }
    follow(read, side)
    const inSpace = new Map(seen.list.map((one) => [one.id, one]))
    const fetch = new Set<string>()
    await importChanged()
    if (step.done.length > 0) {
      const now = await listed(reach)
      seen = { mark: now.mark, list: now.files }
      inSpace.clear()
      for (const one of now.files) inSpace.set(one.id, one)
    }
    lookAtSpace()
    await writeOut()
    step.files = side.all().filter(({ out }) => !out).length
    return step

    /** A page that is in step already stays so, even if its name is that of a copy. */
    function unreadNow(): Unread[] {
      return read.unread.filter(({ path }) => {
        const file = side.at(path)?.as === 'page' ? folder.readOne(path) : null
        if (!file || 'reason' in file) return true
        read.files.set(path, file)
        return false
      })
    }

    /** Imports new and changed files, and writes the merged results back. */
    async function importChanged(): Promise<void> {
      const changed = [...read.files.values()].filter((file) => {
        const no = refused.get(file.path)
        if (no?.hash === file.hash) step.unread.push({ path: file.path, reason: no.reason })
        return no?.hash !== file.hash && side.at(file.path)?.hash !== file.hash
      })
      // Sources first, so that pages find what they cite.
      changed.sort((a, b) => Number(isSource(b.path)) - Number(isSource(a.path)) || (a.path < b.path ? -1 : 1))
      let n = 0
      for await (const [{ path: at }, came] of importing(reach, basename(root), toImport(changed))) {
        if (n++ % 50 === 0) progress(`Importing ${n} of ${changed.length}…`)
        const file = read.files.get(at)
        if (file) settle(file, came)
      }
    }

    function* toImport(changed: readonly FolderFile[]): Generator<ToImport> {
      for (const { path: at, text, bytes } of changed) {
        const known = side.at(at)
        const was = known?.as === 'page' ? side.textOf(at) : undefined
        const base = known ? undefined : side.baseOf(at)
        yield {
          path: at,
          text,
          ...(bytes && { bytes }),
          ...(known?.as === 'page' && { id: known.id }),
          ...(was !== undefined && { was }),
          ...(base && { base }),
        }
      }
    }

    function settle(file: FolderFile, came: ImportedFile): void {
      const { path: at, text, hash } = file
      if (came.is === 'refused' || came.id === null || came.as === 'nothing') {
        const reason = came.problem ?? 'It is no page and no source.'
        refused.set(at, { hash, reason })
        step.unread.push({ path: at, reason })
        return
      }
      const known = side.at(at)
      if (came.as === 'source') {
        settleSource(file, came, known)
        return
      }
      // Its topic was merged into another: the text was imported there, and the file is put aside.
      if (known && known.id !== came.id) {
        if (isStill(file)) putAside(known)
        fetch.add(came.id)
        return
      }
      const now = came.text ?? text
      const meanwhile = now !== text && !isStill(file)
      // The file was saved again meanwhile: the imported text is recorded as synced, and the rest
      // is handled next time.
      if (meanwhile) side.keep({ path: at, id: came.id, as: 'page', mark: '', hash }, text)
      else {
        if (now !== text) putInside(root, at, now)
        side.keep({ path: at, id: came.id, as: 'page', mark: came.mark, hash: textHash(now) }, now)
      }
      if (!known && came.is !== 'new') fetch.add(came.id)
      step.done.push({ path: at, what: now === text ? 'in' : 'both' })
    }

    /**
     * Settles an imported source; a changed file is another source, unless the space keeps
     * versions.
     */
    function settleSource({ path: at, hash }: FolderFile, came: ImportedFile, known: InStep | undefined): void {
      const id = came.id ?? ''
      if (known?.as === 'source' && known.id !== id) {
        moveInside(root, at, `.whorl/gone/${at}`)
        side.keep({ ...known, mark: '', hash: '' })
        fetch.add(known.id)
      } else side.keep({ path: at, id, as: 'source', mark: '', hash })
      step.done.push({ path: at, what: 'in' })
    }

    /**
     * Fetches what changed in the space, puts aside files whose page is gone, and leaves deleted
     * files deleted.
     */
    function lookAtSpace(): void {
      const known = new Set<string>()
      for (const one of side.all()) {
        known.add(one.id)
        const there = inSpace.get(one.id)
        const file = read.files.get(one.path)
        const isThere = read.there.has(one.path) || existsSync(join(root, one.path))
        if (!there) goneFromSpace(one, file)
        else if (one.mark !== there.mark && one.as === 'source' && one.mark === '') sourceSeen(one, there.mark)
        else if (one.mark !== there.mark) fetch.add(one.id)
        else if (!isThere && !one.out) {
          side.keep({ ...one, out: true })
          step.done.push({ path: one.path, what: 'left-out' })
        } else if (isThere && one.out) side.keep(withoutOut(one))
      }
      for (const id of inSpace.keys()) if (!known.has(id)) fetch.add(id)
    }

    /** A source just imported is recorded as synced in its present state. */
    function sourceSeen(one: InStep, mark: string): void {
      if (one.hash === '') fetch.add(one.id)
      else side.keep({ ...one, mark })
    }

    function goneFromSpace(one: InStep, file: FolderFile | undefined): void {
      if (file && !one.out) {
        if (file.hash !== one.hash && one.mark !== '') return
        putAside(one)
      } else side.forget(one.path)
    }

    function putAside(one: InStep): void {
      moveInside(root, one.path, `.whorl/gone/${one.path}`)
      side.forget(one.path)
      step.done.push({ path: one.path, what: 'put-aside' })
    }

    async function writeOut(): Promise<void> {
      const ids = [...fetch].filter((id) => inSpace.has(id))
      const paths = new Map(side.all().map((one) => [one.id, one.path]))
      for (let from = 0; from < ids.length; from += AT_ONCE) {
        progress(`Writing ${from + 1} of ${ids.length}…`)
        for await (const one of exported(reach, 'vault', { only: ids.slice(from, from + AT_ONCE), comments: true }))
          if (one.id) put(one.path, one.text, one.id)
      }

      function put(at: string, text: string, id: string): void {
        const path = paths.get(id)
        if (at.startsWith(BASES)) side.keepBase(path ?? at.slice(BASES.length), text)
        else paths.set(id, path ?? at)
        if (!at.startsWith(BASES)) putOne(path ?? at, text, id)
      }
    }

    function putOne(at: string, text: string, id: string): void {
      const there = inSpace.get(id)
      const known = side.at(at)
      const now = existsSync(join(root, at)) ? folder.readOne(at) : null
      const unread = now && 'reason' in now
      const fault =
        placeFault(at) ??
        (read.there.has(at) && !now ? ELSEWHERE : null) ??
        (!known && now ? 'Another file has its name here.' : unread ? now.reason : null)
      if (fault || !there) {
        if (fault) step.unread.push({ path: at, reason: fault })
        return
      }
      // Of HTML and the like, the space holds the converted text; the file stays as it is.
      if (known && there.as === 'source' && now && !/\.(?:md|markdown|txt)$/i.test(at)) {
        side.keep({ ...known, mark: there.mark })
        return
      }
      // A file changed since the last sync is imported first, in the next step.
      if (known && now && 'hash' in now && now.hash !== known.hash && now.hash !== textHash(text)) return
      const hash = textHash(text)
      const wrote = !now || ('hash' in now && now.hash !== hash)
      try {
        if (wrote) putInside(root, at, text)
        if (known?.mark === there.mark && known.hash === hash && !known.out) return
        side.keep({ path: at, id, as: there.as, mark: there.mark, hash }, there.as === 'page' ? text : undefined)
        if (wrote) step.done.push({ path: at, what: 'out' })
      } catch (error) {
        step.unread.push({ path: at, reason: reasonOf(error) })
      }
    }

    function isStill(file: FolderFile): boolean {
      const now = folder.readOne(file.path)
      return 'hash' in now && now.hash === file.hash
    }
  }
}

type Listed = Awaited<ReturnType<typeof listed>>['files']

const AT_ONCE = 100
const ELSEWHERE = 'iCloud keeps this file elsewhere. Open it once, and it is written.'
const BASES = '.whorl/base/'
const isSource = (path: string) => /^sources\//i.test(path)
const withoutOut = ({ out: _, ...one }: InStep): InStep => one
const reasonOf = (error: unknown) =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : String(error)

/**
 * Detects moved files, which keep their page: one path is gone, and a new one has the same text.
 */
function follow({ files, there }: FolderRead, side: Sidecar): void {
  const moved = new Map(side.all().flatMap((one) => (there.has(one.path) || one.out ? [] : [[one.hash, one] as const])))
  if (moved.size === 0) return
  for (const { path, hash } of files.values()) {
    const from = side.at(path) ? undefined : moved.get(hash)
    if (!from) continue
    const text = side.textOf(from.path)
    moved.delete(hash)
    side.keep({ ...from, path }, text)
    side.forget(from.path)
  }
}
