import { unzipSync } from 'fflate'
import { measureZip } from './measure-zip.ts'
import { damaged } from './read-in.ts'
import { attributeOf, elementsIn, readXml, type Xml } from './xml.ts'

/** The parts of an Office document (OOXML) that are XML, by their names in it. */
export interface Office {
  parts: Map<string, Uint8Array>
  /** Parses a part; undefined if it is not there. */
  xml(name: string): Xml | undefined
  /** What a part refers to, by the reference's id: its type's last word, and the part's name. */
  references(name: string): Map<string, { type: string; target: string }>
}

/** Unpacks the XML of an Office document, within limits; pictures are left out. */
export function openOffice(bytes: Uint8Array, kind: string): Office {
  measureZip(bytes, kind)
  const parts = new Map<string, Uint8Array>()
  try {
    const unpacked = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/i.test(name) })
    for (const [name, part] of Object.entries(unpacked)) parts.set(name.replace(/^\//, ''), part)
  } catch {
    throw damaged(kind)
  }
  const xml = (name: string) => {
    const part = parts.get(name)
    if (!part) return undefined
    try {
      return readXml(part)
    } catch {
      throw damaged(kind)
    }
  }
  return { parts, xml, references: (name) => referencesIn(name, xml) }
}

function referencesIn(name: string, xml: Office['xml']): Map<string, { type: string; target: string }> {
  const [, folder = '', file = ''] = /^(.*\/)?([^/]*)$/s.exec(name) ?? []
  const found = new Map<string, { type: string; target: string }>()
  for (const one of elementsIn(xml(`${folder}_rels/${file}.rels`), 'Relationship')) {
    const { Id: id = '', Type: type = '', Target: target = '' } = one.attributes
    if (attributeOf(one, 'TargetMode') === 'External') continue
    found.set(id, { type: type.split('/').at(-1) ?? '', target: resolved(folder, target) })
  }
  return found
}

function resolved(folder: string, target: string): string {
  const steps: string[] = target.startsWith('/') ? [] : folder.split('/').filter(Boolean)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
