import type { Attendance } from '@sharemyshows/contract/attendance'
import type { ChosenAudience } from '@sharemyshows/contract/fields'
import type {
  ExtraKind,
  ImportColumn,
  ImportField,
  ImportMapping,
  ImportSource,
} from '@sharemyshows/contract/imports'
import type { SongText } from '@sharemyshows/contract/setlist'
import type { ShowCreate } from '@sharemyshows/contract/shows'
import type { z } from 'zod'
import type { Db, Tx } from '../../platform/db/connect.ts'
import type { Actor, Viewer } from '../../platform/http/actor.ts'

export type Kind = 'shows' | ExtraKind

export type Problem = { field: string; message: string }

/** A show as it is to be written into the diary; what only an export knows is there only of one. */
export type ShowEntry = {
  written: ShowCreate
  /** Its id where it comes from. */
  exportedId?: string
  attendance?: Pick<Attendance, 'state' | 'rsvp' | 'method' | 'arrived_at' | 'left_at' | 'created_at'>
  ends_at?: string | null
  status?: 'scheduled' | 'cancelled'
  songs?: z.infer<typeof SongText>[]
  /** Of each on the bill what MusicBrainz calls it. */
  mbids?: (string | null)[]
}

/** Something as it stands in a file. */
export type Found = {
  kind: Kind
  row: number
  cells: string[] | null
  /** Of `shows` a `ShowEntry`, else as its kind has it; null where nothing can be written. */
  entry: object | null
  problems: Problem[]
  /** Part of it is a guess, and `problems` say which. */
  doubtful: boolean
}

export type ReadWish = {
  /** A copy of the file on this disk; null where the source is no file. */
  path: string | null
  username: string | null
  personId: string
  mapping: ImportMapping | null
  dateFormat: string | null
  signal: AbortSignal
}

/** What a source says of a file, and then what is in it, some at a time. `failure` says why nothing can be read. */
export type Reading =
  | { failure: string }
  | {
      columns: ImportColumn[]
      mapping: ImportMapping
      missing: ImportField[]
      dateFormat: string | null
      found: AsyncIterable<Found[]>
      /** How much of it has been read, from 0 to 1, where that can be told. */
      share?: () => number
    }

export type Reader = (wish: ReadWish) => Promise<Reading>
export type Readers = Record<ImportSource, Reader>

/** What somebody decided of rows, by their numbers. */
export type Decisions = { row: number; decision: 'new' | 'match' | 'skip' }[]

/** A row that waits for its turn. */
export type ToDo = {
  row: number
  entry: object
  matchId: string | null
  decision: 'new' | 'match' | 'skip' | null
}
/** What became of it; `made` is what has to be known to take it back. */
export type Brought =
  | { outcome: 'added' | 'present'; madeId: string | null; made?: object; problems?: Problem[] }
  | { outcome: 'skipped' | 'failed'; problems?: Problem[] }
/** A row that was added. */
export type Made = { row: number; madeId: string | null; made: object | null }

/** What bringing one row may use. */
export type Bringing = {
  actor: Actor
  importId: string
  source: ImportSource
  /** Who may see what does not say so itself; null for the person's default. */
  audience: ChosenAudience | null
  /** The file on this disk, fetched once somebody asks. */
  file(): Promise<string>
  /** Does the work and writes down what became of the row, in one transaction. */
  settle(work: (tx: Tx) => Promise<Brought>): Promise<void>
  /** What became of something of this import: the id it has here, by the one it had in the file. */
  idOf(tx: Tx, kind: 'shows' | 'media', exportedId: string): Promise<string | null>
  signal: AbortSignal
}

/** How one kind of thing is added, and taken back. Twice is once. */
export type Bringer = {
  bring(row: ToDo, bringing: Bringing): Promise<void>
  /** `kept` where its person has added something to it since. */
  takeBack(tx: Tx, actor: Actor, row: Made, importId: string): Promise<'undone' | 'kept'>
}
export type Bringers = Record<Kind, Bringer>

/** The order in which things are added; they are taken back the other way round. */
export const KINDS: readonly Kind[] = [
  'profile',
  'shows',
  'media',
  'comments',
  'moods',
  'playlists',
  'listens',
]

/** A night as a row says it; `n` tells which row. */
export type NightOfRow = {
  n: number
  day: string
  artist: string
  venue: string
  town: string | null
  latitude: number | null
  longitude: number | null
}

/** The key by which a row is known again among the others, and the town it says, as both are compared. */
export type KeyOfRow = { n: number; key: string; town: string | null }

/**
 * A show that a row seems to be. `same`: artist and venue are those of the row. What is not the same is nearly so, and in
 * the viewer's own diary.
 */
export type Match = {
  n: number
  show_id: string
  artist_name: string
  venue_name: string
  mine: boolean
  same: boolean
  same_artist: boolean
}

/** How rows find what they seem to be. */
export type Matching = {
  findMatches(db: Db, viewer: Viewer, nights: readonly NightOfRow[]): Promise<Match[]>
  findKeys(db: Db, nights: readonly NightOfRow[]): Promise<KeyOfRow[]>
}
