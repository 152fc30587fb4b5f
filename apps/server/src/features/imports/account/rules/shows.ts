import { ExportedShow } from '@sharemyshows/contract/account-export'
import { Attendance } from '@sharemyshows/contract/attendance'
import { SongText } from '@sharemyshows/contract/setlist'
import { ShowCreate } from '@sharemyshows/contract/shows'
import { z } from 'zod'
import type { Found, Problem, ShowEntry } from '../../kinds.ts'
import { AudienceBrought, Moment, Past, problemsOf } from './fields.ts'

/** What is read of an exported show. */
const Shown = z.object({
  ...ExportedShow.pick({
    id: true,
    title: true,
    date: true,
    time: true,
    status: true,
    line_up: true,
    venue: true,
  }).shape,
  ends_at: Moment.nullable(),
  setlist: z.array(z.unknown()),
  attendance: z.object({
    ...Attendance.pick({ rsvp: true, state: true, method: true, notes: true, rating: true }).shape,
    arrived_at: Past.nullable(),
    left_at: Past.nullable(),
    audience: AudienceBrought,
    created_at: Past,
  }),
})

const Mbid = z.uuid()

/** An exported song as it is written down; the place of each is that which it has among the others. */
const Song = z.object(SongText.shape)

/** A show of an export as it is written into the diary here. */
export function readShow(row: number, item: unknown): Found {
  const shown = Shown.safeParse(item)
  if (!shown.success) return bad(row, problemsOf(item, shown.error))
  const { id, title, date, time, status, ends_at, line_up, venue, setlist, attendance } = shown.data
  const [headliner, ...others] = line_up
  const { notes, rating, audience, ...part } = attendance
  const written = ShowCreate.safeParse({
    // of a night without names its title says who it was
    artist_name: headliner?.name ?? title ?? '',
    support: others.map(({ name }) => name),
    title,
    venue_name: venue.name,
    venue_address: venue.address,
    venue_city: venue.city,
    venue_state: venue.state,
    venue_country: venue.country,
    venue_latitude: venue.latitude,
    venue_longitude: venue.longitude,
    show_date: date,
    show_time: time,
    notes,
    rating,
    audience,
  })
  if (!written.success) return bad(row, problemsOf(item, written.error))
  const songs = setlist.map((song) => Song.safeParse(song))
  const unread = songs.filter(({ success }) => !success).length
  const entry: ShowEntry = {
    written: written.data,
    exportedId: id,
    mbids: line_up.map(({ mbid }) => Mbid.safeParse(mbid).data ?? null),
    attendance: part,
    ends_at,
    status,
    songs: songs.flatMap(({ success, data }) => (success ? [data] : [])),
  }
  const problems =
    unread === 0 ? [] : [{ field: 'setlist', message: `${unread} of its songs cannot be read.` }]
  return { kind: 'shows', row, cells: null, entry, problems, doubtful: false }
}

const bad = (row: number, problems: Problem[]): Found => ({
  kind: 'shows',
  row,
  cells: null,
  entry: null,
  problems,
  doubtful: false,
})
