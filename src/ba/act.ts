import type { z } from 'zod'
import type { Tx } from '../store/index.ts'
import type { Area } from './area-rows.ts'
import type { FormerName } from './former-name.ts'
import type { News } from './live.ts'
import type { Audience, Change, Nouns, Shown } from './noun.ts'
import type { Need, Prepared } from './prepared.ts'
import type { Role } from './role.ts'
import type { Zone } from './zone.ts'

/**
 * Makes an id: in time order (UUIDv7), as indexes prefer, or unordered where a reader could count
 * by ordered ids what was made between two of them.
 */
export type NewId = (order?: 'unordered') => string

/** A person as other people see them. */
export interface Person {
  id: string
  name: string
}

/** One of the four ways in which knowledge changes form (Nonaka & Takeuchi 1995). */
export type Mode = 'socialisation' | 'externalisation' | 'combination' | 'internalisation'

/** The roles that somebody can have in a conversion. */
export const hows = ['showed', 'was-shown', 'said', 'asked', 'put-together', 'did', 'witnessed'] as const

/** The role of one person in a conversion. */
export type How = (typeof hows)[number]

/**
 * How a conversion is linked to its cause: by a shared question, a line put on a page or released,
 * the page that was followed, or the showing. `same-topic` is from before rule 2 and no longer
 * counts.
 */
export type CauseKind = 'question' | 'line' | 'page' | 'showing' | 'same-topic'

/** The conversion that led to another, and the kind of link between them. */
export interface Cause {
  of: string
  kind: CauseKind
}

/** A change of form made by an act, as the ledger keeps it: ids only, no words. */
export interface Conversion {
  mode: Mode
  area: string
  parts: { person: string; how: How }[]
  topics: string[]
  level: 'individual' | 'group' | 'organisation'
  /** The conversions that led to this one, as the act knows them; never by topic alone. */
  causes: Cause[]
  /** The time if it is not now. */
  at?: string
}

/** A journal entry that was written: its id and its changes. */
export interface Kept {
  readonly id: string
  readonly changes: readonly Change[]
}

/**
 * The context of work on a space: its transaction, the time, new ids, and the journal entry to be
 * written.
 */
export interface Here {
  readonly tx: Tx
  readonly space: { readonly id: string; readonly slug: string; readonly name: string }
  readonly now: string
  readonly newId: NewId
  /**
   * Records which nouns changed, and the audience; repeated calls add to it. Reactions and open
   * screens follow these.
   */
  readonly changed: (nouns: Nouns, to: Audience) => void
  /** Leaves the journal entry without a person: the deed is a group's, and its author is sealed. */
  readonly unsigned: () => void
  /** Returns the result of costly work that was prepared before this transaction. */
  readonly prepared: Prepared
  /** Called with each journal entry that is written; for a nested act, by both acts. */
  readonly keeps?: (entry: Kept) => void
  /** Records a conversion for the ledger; returns its id. */
  readonly converts: (conversion: Conversion) => string
}

/**
 * The fields of a journal entry other than its changes: the act, the person, the door and the time.
 */
export interface Entry {
  act: string
  by: string | null
  door: string
  now: string
}

/**
 * Runs work on a space and writes a journal entry of its changes; the ledger's function, passed to
 * the rooms below it.
 */
export type Recording = <T>(
  hands: Pick<Here, 'tx' | 'space' | 'newId'>,
  entry: Entry,
  work: (here: Here) => Promise<T>,
) => Promise<T>

/** A language model that the operator offers: its name and host, never its key. */
export interface OfferedModel {
  readonly name: string
  readonly where: string
}

/** The context of an act by a person. */
export interface HereIAm extends Here {
  /** The language model that can be turned on, if any. */
  readonly model?: OfferedModel | undefined
  readonly me: Person & { readonly role: Role }
  /** The areas that the person may see, by id. */
  readonly areas: ReadonlyMap<string, Area>
  /** Where the person is: what day it is there. */
  readonly zone: Zone
}

/** The context of an act outside spaces. */
export interface AtTheDoor {
  readonly tx: Tx
  readonly me: Person
  readonly now: string
  readonly newId: NewId
}

/**
 * The duration of a reading act that runs in a worker: milliseconds but often called, or seconds.
 */
export type Heavy = 'quick' | 'long'

/**
 * Which agents have an act as a tool; at most twenty acts are one. An agent beside a folder scans
 * it by itself.
 */
export type AsTool = 'of-all' | 'by-http'

/** The definition of an act; every door serves the same list of these. */
export interface Act<
  Name extends string = string,
  In extends z.ZodObject = z.ZodObject,
  Out extends z.ZodObject = z.ZodObject,
> {
  readonly name: Name
  /** One sentence for the CLI's help and the API's page. */
  readonly says: string
  readonly scope: 'space' | 'house'
  /** The lowest role that may call it; for acts of the house, anybody signed in. */
  readonly may: Role
  readonly reads: boolean
  /**
   * A server runs this read-only act in a worker thread, either the one for quick acts or the one
   * for long ones.
   */
  readonly heavy?: Heavy
  /** The output is a secret shown once: it is not stored, and a repeated key is refused. */
  readonly secret?: boolean
  /** The output is a file, `{name, mediaType, bytes}` in base64, which a browser can download. */
  readonly file?: boolean
  /** For reading acts: the nouns whose changes invalidate the answer. */
  readonly shows?: readonly Shown[]
  /**
   * Whether agents have it as a tool: all of them, or those that come by HTTP. The other doors
   * serve every act.
   */
  readonly tool?: AsTool
  /** The name it had before it was renamed. */
  readonly formerly?: FormerName
  readonly input: In
  readonly output: Out
  /**
   * The costly work that needs no store and runs before the transaction. Work that only shows in
   * `run`, which asks for it by `here.prepared`, is done between two attempts at the transaction.
   */
  // biome-ignore lint/suspicious/noExplicitAny: as in `run`.
  readonly prepare?: (input: any) => readonly Need[]
  // The doors hold acts of any input in one list; `perform` parses the input before it calls.
  // biome-ignore lint/suspicious/noExplicitAny: see above.
  readonly run: (here: any, input: any) => Promise<z.input<Out>>
}

type Spec<Name, In extends z.ZodObject, Out extends z.ZodObject, H> = {
  name: Name
  says: string
  may: Role
  heavy?: Heavy
  secret?: boolean
  file?: boolean
  tool?: AsTool
  formerly?: FormerName
  input: In
  output: Out
  prepare?: (input: z.output<In>) => readonly Need[]
  run: (here: H, input: z.output<In>) => Promise<z.input<Out>>
}

/** Defines an act that only reads a space. */
export const readingAct = <Name extends string, In extends z.ZodObject, Out extends z.ZodObject>(
  spec: Spec<Name, In, Out, HereIAm> & { shows: readonly Shown[] },
): Act<Name, In, Out> => ({ ...spec, scope: 'space', reads: true })

/**
 * Defines an act that writes: it is journalled, and repeating it with the same key has no effect.
 */
export const writingAct = <Name extends string, In extends z.ZodObject, Out extends z.ZodObject>(
  spec: Spec<Name, In, Out, HereIAm>,
): Act<Name, In, Out> => ({ ...spec, scope: 'space', reads: false })

/** Defines an act outside spaces, for anybody signed in. */
export const houseAct = <Name extends string, In extends z.ZodObject, Out extends z.ZodObject>(
  spec: Omit<Spec<Name, In, Out, AtTheDoor>, 'may'> & { reads: boolean; shows?: readonly Shown[] },
): Act<Name, In, Out> => ({ ...spec, scope: 'house', may: 'reader' })

/**
 * The caller: a signed-in person, or the owner of the data folder, who acts as the space's first
 * owner.
 */
export type Caller = Person | Session | 'folder-owner'

/** A caller identified by a session. */
export interface Session {
  /** Looks up the session's person in the act's own transaction; refuses one that has ended. */
  readonly whose: (tx: Tx) => Promise<Person>
}

/** One call of an act, from any door. */
export interface Call {
  act: Act
  /** The space's slug; undefined for an act of the house. */
  space?: string | undefined
  input: unknown
  by: Caller
  door: string
  /** The time zone that the client names. */
  zone?: string | undefined
  /** The client's idempotency key: a repeated key returns the first outcome. */
  key?: string | undefined
  /**
   * Called with the changes that the caller may hear of; not called when a repeated key returns an
   * earlier outcome.
   */
  told?: ((news: readonly News[]) => void) | undefined
}

/** Performs an act and returns its output, or throws a `Refusal`. */
export type Perform = (call: Call) => Promise<Record<string, unknown>>
