import type { z } from 'zod'
import type { Tx } from '../store/index.ts'
import type { Area } from './area-rows.ts'
import type { FormerName } from './former-name.ts'
import type { News } from './live.ts'
import type { Audience, Change, Nouns, Shown } from './noun.ts'
import type { Need, Prepared } from './prepared.ts'
import type { Role } from './role.ts'

/**
 * Makes an id. In order of time, as keys are kept best; or unordered, where somebody reads it who could count by ids in
 * order what was made between two of them.
 */
export type NewId = (order?: 'unordered') => string

/** A person as others see them. */
export interface Person {
  id: string
  name: string
}

/** One of the four ways in which knowledge changes form (Nonaka & Takeuchi 1995). */
export type Mode = 'socialisation' | 'externalisation' | 'combination' | 'internalisation'

/** The ways in which somebody takes part in a conversion. */
export const hows = ['showed', 'was-shown', 'said', 'asked', 'put-together', 'did', 'witnessed'] as const

/** How somebody took part in a conversion. */
export type How = (typeof hows)[number]

/**
 * What joins a conversion to one that led to it: the question that both are about, the line that was put on a page or
 * released, the page that was gone by, the showing. `same-topic` is how it was before rule 2, and leads nowhere now.
 */
export type CauseKind = 'question' | 'line' | 'page' | 'showing' | 'same-topic'

/** A conversion that led to another, and what joins the two. */
export interface Cause {
  of: string
  kind: CauseKind
}

/** A change of form that an act brought about, as the ledger will keep it: ids only, no words. */
export interface Conversion {
  mode: Mode
  area: string
  parts: { person: string; how: How }[]
  topics: string[]
  level: 'individual' | 'group' | 'organisation'
  /** The conversions that led here, as the act knows them: never by the same topic alone. */
  causes: Cause[]
  /** When it happened, if not now. */
  at?: string
}

/** An entry of the journal as it was kept: its id, and what changed. */
export interface Kept {
  readonly id: string
  readonly changes: readonly Change[]
}

/** What any work on a space has in its hands: its transaction, the moment, new ids, and the entry that will be kept. */
export interface Here {
  readonly tx: Tx
  readonly space: { readonly id: string; readonly slug: string; readonly name: string }
  readonly now: string
  readonly newId: NewId
  /**
   * Says which nouns changed, and who may hear of it; said again, it adds. Reactions and open screens follow this.
   *
   * @example
   * here.changed({ claim: claim.id }, inArea(claim.area_id, claim.topic_id))
   */
  readonly changed: (nouns: Nouns, to: Audience) => void
  /** Lets the entry name nobody: what was done is a group's, and who did it is sealed. */
  readonly unsigned: () => void
  /** Gives what is costly and needs no store, as it was done before this transaction. */
  readonly prepared: Prepared
  /** Is told each entry that is kept: of an act within another, by both. */
  readonly keeps?: (entry: Kept) => void
  /** Notes a conversion for the ledger and gives its id. */
  readonly converts: (conversion: Conversion) => string
}

/** What an entry of the journal says besides what comes of the work: which act, by whom, through which door, when. */
export interface Entry {
  act: string
  by: string | null
  door: string
  now: string
}

/** Runs work on a space and keeps an entry of what it changed; the ledger's, handed to what stands before it. */
export type Recording = <T>(
  hands: Pick<Here, 'tx' | 'space' | 'newId'>,
  entry: Entry,
  work: (here: Here) => Promise<T>,
) => Promise<T>

/** A language model that the operator of the house offers: what it is called and at which host, never its key. */
export interface OfferedModel {
  readonly name: string
  readonly where: string
}

/** What an act of a person has in its hands besides. */
export interface HereIAm extends Here {
  /** The language model there is to be turned on, if there is one. */
  readonly model?: OfferedModel | undefined
  readonly me: Person & { readonly role: Role }
  /** The areas that I may see, by id. */
  readonly areas: ReadonlyMap<string, Area>
}

/** What an act outside spaces has in its hands. */
export interface AtTheDoor {
  readonly tx: Tx
  readonly me: Person
  readonly now: string
  readonly newId: NewId
}

/** How long a reading act works that is done in a worker: milliseconds that many wait for, or seconds. */
export type Heavy = 'quick' | 'long'

/** To which agents an act is a tool; there are at most twenty. One beside a folder scans that, without being sent it. */
export type AsTool = 'of-all' | 'by-http'

/** Everything that the doors need to know of an act; they all open onto one list of these. */
export interface Act<
  Name extends string = string,
  In extends z.ZodObject = z.ZodObject,
  Out extends z.ZodObject = z.ZodObject,
> {
  readonly name: Name
  /** One sentence: what it does, as the CLI's help and the API's page say it. */
  readonly says: string
  readonly scope: 'space' | 'house'
  /** The least role that may; in the house, anybody signed in. */
  readonly may: Role
  readonly reads: boolean
  /** It only reads, and a server does it in a worker thread: in that of quick ones, or of those that take seconds. */
  readonly heavy?: Heavy
  /** What it gives is a secret that is shown once: it is not kept, and the same key again is refused. */
  readonly secret?: boolean
  /** What it gives is a file, `{name, mediaType, bytes}` in base64: a browser may have it as one. */
  readonly file?: boolean
  /** Of one that reads: when one of these nouns changes, its answer may be another. */
  readonly shows?: readonly Shown[]
  /** Agents have it as a tool: all of them, or those that come by HTTP. Every act is open at the other doors. */
  readonly tool?: AsTool
  /** What it was called before. */
  readonly formerly?: FormerName
  readonly input: In
  readonly output: Out
  /**
   * What of it is costly and needs no store, done before the transaction; what only shows in `run`, which asks for it by
   * `here.prepared`, is done then, outside of the transaction, which begins again.
   */
  // biome-ignore lint/suspicious/noExplicitAny: as in `run`.
  readonly prepare?: (input: any) => readonly Need[]
  // The doors hold acts of every input in one list; `perform` has parsed the input when it calls.
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

/** An act that only reads a space. */
export const readingAct = <Name extends string, In extends z.ZodObject, Out extends z.ZodObject>(
  spec: Spec<Name, In, Out, HereIAm> & { shows: readonly Shown[] },
): Act<Name, In, Out> => ({ ...spec, scope: 'space', reads: true })

/** An act that writes: kept in the journal, harmless when repeated with the same key. */
export const writingAct = <Name extends string, In extends z.ZodObject, Out extends z.ZodObject>(
  spec: Spec<Name, In, Out, HereIAm>,
): Act<Name, In, Out> => ({ ...spec, scope: 'space', reads: false })

/** An act outside spaces, for anybody signed in. */
export const houseAct = <Name extends string, In extends z.ZodObject, Out extends z.ZodObject>(
  spec: Omit<Spec<Name, In, Out, AtTheDoor>, 'may'> & { reads: boolean; shows?: readonly Shown[] },
): Act<Name, In, Out> => ({ ...spec, scope: 'house', may: 'reader' })

/** Who calls: a person who signed in, or whoever owns the data folder, who acts as the space's first owner. */
export type Caller = Person | Session | 'folder-owner'

/** Somebody by the session they hold. */
export interface Session {
  /** Looks up whose it is, in the transaction of what they do; refuses one that is over. */
  readonly whose: (tx: Tx) => Promise<Person>
}

/** One call of an act, as any door hands it on. */
export interface Call {
  act: Act
  /** The space's slug; nothing for an act of the house. */
  space?: string | undefined
  input: unknown
  by: Caller
  door: string
  /** The client's own word for this wish: the same again gives the first outcome. */
  key?: string | undefined
  /** Is told what it changed, of what the caller may hear of; not told of what was done by this key before. */
  told?: ((news: readonly News[]) => void) | undefined
}

/** Does an act and gives its output, or throws a `Refusal`. */
export type Perform = (call: Call) => Promise<Record<string, unknown>>
