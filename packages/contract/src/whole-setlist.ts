import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id } from './fields.ts'
import { Place, Setlist, SetlistSong, SetNumber, SongText } from './setlist.ts'

const tag = 'Setlist'
const params = z.object({ id: Id })
const anId = Id.meta()?.example

/** Songs one request may add. */
export const MOST_AT_ONCE = 200

const Order = z.array(Id).max(1000)

/** Either the order alone, or the songs in order with the set each belongs to; what is not sent stays. */
export const SetlistOrder = z
  .strictObject({
    order: Order.optional(),
    songs: z
      .array(z.strictObject({ id: Id, set: SetNumber.optional(), encore: z.boolean().optional() }))
      .max(1000)
      .optional(),
  })
  .refine(({ order, songs }) => (order === undefined) !== (songs === undefined), {
    path: ['order'],
    message: 'Send either order or songs',
  })
  .meta({ id: 'SetlistOrder', example: { order: [anId] } })

export const reorderSetlist = endpoint({
  id: 'reorderSetlist',
  method: 'PATCH',
  path: '/shows/{id}/setlist',
  tag,
  summary: 'Put the songs in a new order, and into sets and encores',
  description: 'Names every song of the setlist once; a list that is not the current one is refused.',
  security: 'required',
  params,
  body: SetlistOrder,
  answers: { 200: Setlist },
  problems: ['not_found', 'not_an_attendee', 'order_outdated'],
})

export const SongsCreate = z
  .strictObject({ songs: z.array(SongText).min(1).max(MOST_AT_ONCE), song_order: Place.optional() })
  .meta({ id: 'SongsCreate', example: { songs: [{ song_name: 'Bagagedrager' }] } })

export const addSongs = endpoint({
  id: 'addSongs',
  method: 'POST',
  path: '/shows/{id}/setlist/songs',
  tag,
  summary: 'Add many songs, all or none, at the end or from `song_order` on',
  security: 'required',
  limit: 'write',
  idempotent: true,
  params,
  body: SongsCreate,
  answers: { 201: z.object({ items: z.array(SetlistSong) }).meta({ id: 'AddedSongs' }) },
  problems: ['not_found', 'not_an_attendee', 'idempotency_conflict'],
})

/** Songs that stay are named by their ids, new ones are written out, and those not named go. */
export const SetlistText = z
  .strictObject({
    songs: z.array(z.union([z.strictObject({ id: Id }), SongText])).max(1000),
    instead_of: Order.optional(),
  })
  .meta({ id: 'SetlistText', example: { songs: [{ song_name: 'Bagagedrager' }] } })

export const writeSetlist = endpoint({
  id: 'writeSetlist',
  method: 'PUT',
  path: '/shows/{id}/setlist',
  tag,
  summary: 'Write the whole setlist anew',
  description: 'With `instead_of`, the ids in order, it is refused when the setlist is another by now.',
  security: 'required',
  limit: 'write',
  params,
  body: SetlistText,
  answers: { 200: Setlist },
  problems: ['not_found', 'not_an_attendee', 'order_outdated'],
})

/** A night of the same headliner whose setlist can be copied. */
export const SetlistSource = z
  .object({
    show_id: Id,
    artist_name: z.string(),
    venue_name: z.string(),
    venue_city: z.string().nullable(),
    show_date: z.string().meta({ format: 'date' }),
    same_day: z.boolean(),
    songs: z.int(),
    first_songs: z.array(z.string()),
  })
  .meta({
    id: 'SetlistSource',
    example: {
      show_id: anId,
      artist_name: 'Spinvis',
      venue_name: 'Doornroosje',
      venue_city: 'Nijmegen',
      show_date: '2024-12-03',
      same_day: false,
      songs: 18,
      first_songs: ['Smalfilm', 'Bagagedrager', 'Voor ik vergeet'],
    },
  })

export const listSetlistSources = endpoint({
  id: 'listSetlistSources',
  method: 'GET',
  path: '/shows/{id}/setlist/sources',
  tag,
  summary: 'Setlists of the same headliner that could be copied: the same day first, then the nearest nights',
  security: 'required',
  params,
  answers: {
    200: z
      .object({ items: z.array(SetlistSource), next_cursor: z.null() })
      .meta({ id: 'SetlistSources', example: { items: [SetlistSource.meta()?.example], next_cursor: null } }),
  },
  problems: ['not_found'],
})

export const copySetlist = endpoint({
  id: 'copySetlist',
  method: 'POST',
  path: '/shows/{id}/setlist/copy',
  tag,
  summary: 'Copy the setlist of another show',
  description: 'A setlist that has songs already is refused unless `mode` says what becomes of them.',
  security: 'required',
  limit: 'write',
  idempotent: true,
  params,
  body: z
    .strictObject({ from_show_id: Id, mode: z.enum(['append', 'replace']).optional() })
    .meta({ id: 'SetlistCopy', example: { from_show_id: anId } }),
  answers: { 200: Setlist },
  problems: ['not_found', 'not_an_attendee', 'setlist_not_empty', 'idempotency_conflict'],
})
