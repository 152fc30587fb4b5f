import type {
  RevisedChange,
  RevisedField,
  RevisedSong,
  RevisedValue,
  Revision,
} from '@sharemyshows/contract/history'
import { sayDate } from '@/lib/dates'
import { sayCountry } from '@/lib/places'

const FIELDS: Record<RevisedField, string> = {
  artist_name: 'Artist',
  support: 'Support',
  venue_name: 'Venue',
  venue_address: 'Address',
  venue_city: 'City',
  venue_state: 'State',
  venue_country: 'Country',
  venue_latitude: 'Latitude',
  venue_longitude: 'Longitude',
  show_date: 'Date',
  show_time: 'Time',
  title: 'Title',
  setlist: 'Setlist',
  mbid: 'MusicBrainz id',
}

export const sayField = (field: RevisedField): string => FIELDS[field]

/** What a field said, for people; null when nothing was known. A setlist is not for one line. */
export function sayValue(field: RevisedField, value: RevisedValue): string | null {
  if (value === null || (Array.isArray(value) && value.length === 0)) return null
  if (Array.isArray(value)) return value.map(String).join(', ')
  if (field === 'show_date') return sayDate(String(value))
  if (field === 'venue_country') return sayCountry(String(value))
  return String(value)
}

/** Who it was, as far as the viewer may know. */
export function sayAuthor({ by, author, kind }: Pick<Revision, 'by' | 'author' | 'kind'>): string {
  if (author !== null) return author.display_name ?? author.username
  if (by === 'deleted') return 'A deleted user'
  return kind === 'merge' ? 'Somebody' : 'Someone who was there'
}

const listed = (parts: readonly string[]) => new Intl.ListFormat('en-GB').format(parts)
const unique = (parts: readonly string[]) => [...new Set(parts)]
const THING = { show: 'show', venue: 'venue', artist: 'artist' }

/** What was done, after the author's name: "changed the date and the venue". */
export function sayDeed({ kind, subject, changes }: Pick<Revision, 'kind' | 'subject' | 'changes'>): string {
  if (kind === 'merge') return `merged another ${THING[subject]} into this one`
  const named = unique(changes.map(({ field }) => `the ${WORDS[field] ?? sayField(field).toLowerCase()}`))
  const whose = subject === 'show' ? '' : ` of the ${THING[subject]}`
  const what = `${listed(named)}${whose}`
  return kind === 'revert' ? `put back ${what}` : `changed ${what}`
}

const WORDS: Partial<Record<RevisedField, string>> = {
  venue_latitude: 'place on the map',
  venue_longitude: 'place on the map',
  mbid: 'identity',
}

/** The songs of a side of a setlist's change. */
const songsIn = (value: RevisedValue): RevisedSong[] =>
  Array.isArray(value) ? value.filter((song) => typeof song === 'object') : []

export type SongLine = { key: string; song: RevisedSong; mark: 'gone' | 'new' | 'stays' }

const saysOf = ({ song_order: _, ...song }: RevisedSong) => JSON.stringify(song)

/** Both sides of a setlist's change as one list: what went, what came, and what only moved with them. */
export function songLines({ before, after }: Pick<RevisedChange, 'before' | 'after'>): SongLine[] {
  const [was, is] = [songsIn(before), songsIn(after)]
  const kept = longestCommon(was.map(saysOf), is.map(saysOf))
  const lines: SongLine[] = []
  let [w, i] = [0, 0]
  for (const [keptWas, keptIs] of [...kept, [was.length, is.length] as const]) {
    for (; w < keptWas; w++) add(lines, was[w], 'gone')
    for (; i < keptIs; i++) add(lines, is[i], 'new')
    add(lines, is[i], 'stays')
    w++
    i++
  }
  return lines
}

function add(lines: SongLine[], song: RevisedSong | undefined, mark: SongLine['mark']) {
  if (song) lines.push({ key: `${mark} ${song.song_order}`, song, mark })
}

/** Index pairs of a longest common subsequence; the lists hold at most 200. */
function longestCommon(one: readonly string[], other: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(0))
  const at = (a: number, b: number) => lengths[a]?.[b] ?? 0
  for (let a = one.length - 1; a >= 0; a--) {
    for (let b = other.length - 1; b >= 0; b--) {
      const row = lengths[a] ?? []
      row[b] = one[a] === other[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1))
    }
  }
  const pairs: [number, number][] = []
  for (let [a, b] = [0, 0]; a < one.length && b < other.length; ) {
    if (one[a] === other[b]) pairs.push([a++, b++])
    else if (at(a + 1, b) >= at(a, b + 1)) a++
    else b++
  }
  return pairs
}

type Settled = Pick<Revision, 'kind' | 'subject' | 'subject_id' | 'changes'>

/** True when a change still stands, as far as the newer ones tell; a setlist's stretch only the server can judge. */
export function canPutBack(revision: Settled, newer: readonly Settled[], venueId: string): boolean {
  if (revision.kind === 'merge') return false
  if (revision.subject === 'venue' && revision.subject_id !== venueId) return false
  const fields = new Set<string>(
    revision.changes.map(({ field }) => field).filter((field) => field !== 'setlist'),
  )
  return !newer.some(
    ({ subject_id, changes }) =>
      subject_id === revision.subject_id && changes.some(({ field }) => fields.has(field)),
  )
}

/** What putting a change back would take away for good, as a sentence; null when nothing is lost. */
export function sayLoss(changes: readonly RevisedChange[]): string | null {
  const lost = changes.flatMap(({ field, before, after }) => {
    if (field === 'setlist') {
      const fewer = songsIn(after).length - songsIn(before).length
      return fewer > 0 ? [`${fewer} ${fewer === 1 ? 'song' : 'songs'} of the setlist`] : []
    }
    const said = sayValue(field, after)
    return sayValue(field, before) === null && said !== null
      ? [`the ${sayField(field).toLowerCase()} “${said}”`]
      : []
  })
  return lost.length === 0 ? null : `This takes away ${listed(lost)}.`
}
