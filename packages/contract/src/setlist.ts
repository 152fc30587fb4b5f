import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, line, prose, Timestamp } from './fields.ts'

const tag = 'Setlist'

/**
 * One song as played; `song_order` counts from 1 over the whole show. `set` counts from 1 within the main part and
 * within the encore: `encore` true with `set` 2 is the second encore. `artist_name` is who played it, `cover_of` whose
 * song it is when it is not theirs, `guest` who joined them; `tape` says that it came from a recording.
 */
export const SetlistSong = z
  .object({
    id: Id,
    show_id: Id,
    song_name: z.string(),
    song_order: z.int(),
    artist_name: z.string(),
    encore: z.boolean(),
    set: z.int(),
    cover_of: z.string().nullable(),
    guest: z.string().nullable(),
    tape: z.boolean(),
    notes: z.string().nullable(),
    created_at: Timestamp,
    updated_at: Timestamp,
  })
  .meta({
    id: 'SetlistSong',
    example: {
      id: Id.meta()?.example,
      show_id: Id.meta()?.example,
      song_name: 'Bagagedrager',
      song_order: 1,
      artist_name: 'Spinvis',
      encore: false,
      set: 1,
      cover_of: null,
      guest: null,
      tape: false,
      notes: null,
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type SetlistSong = z.infer<typeof SetlistSong>

export const Setlist = z
  .object({ items: z.array(SetlistSong), next_cursor: z.null() })
  .meta({ id: 'Setlist', example: { items: [SetlistSong.meta()?.example], next_cursor: null } })

/** Without `set`, a song goes with its neighbours of the same part. */
export const SetNumber = z.int().min(1).max(9).meta({ example: 1 })

const text = {
  song_name: line(300),
  artist_name: line(300).nullish(),
  encore: z.boolean().optional(),
  set: SetNumber.optional(),
  cover_of: line(300).nullish(),
  guest: line(300).nullish(),
  tape: z.boolean().optional(),
  notes: prose(2000).nullish(),
}
export const Place = z.int().min(1).max(1000)

/** A song as it is written down. */
export const SongText = z.strictObject(text).meta({ id: 'SongText', example: { song_name: 'Bagagedrager' } })
export const SongCreate = z
  .strictObject({ ...text, song_order: Place.optional() })
  .meta({ id: 'SongCreate', example: { song_name: 'Bagagedrager', encore: false } })
export const SongChange = SongCreate.partial().meta({ id: 'SongChange', example: { encore: true } })

const params = z.object({ id: Id })
const songParams = z.object({ id: Id, song_id: Id })

export const readSetlist = endpoint({
  id: 'readSetlist',
  method: 'GET',
  path: '/shows/{id}/setlist',
  tag,
  summary: 'The setlist in order',
  security: 'optional',
  params,
  answers: { 200: Setlist },
  problems: ['not_found'],
})

export const addSong = endpoint({
  id: 'addSong',
  method: 'POST',
  path: '/shows/{id}/setlist',
  tag,
  summary: 'Add a song, at the end or at `song_order`',
  security: 'required',
  limit: 'write',
  idempotent: true,
  params,
  body: SongCreate,
  answers: { 201: SetlistSong },
  problems: ['not_found', 'not_an_attendee', 'idempotency_conflict'],
})

export const changeSong = endpoint({
  id: 'changeSong',
  method: 'PUT',
  path: '/shows/{id}/setlist/{song_id}',
  tag,
  summary: 'Change a song; fields not sent stay as they are',
  security: 'required',
  params: songParams,
  body: SongChange,
  answers: { 200: SetlistSong },
  problems: ['not_found', 'not_an_attendee'],
})

export const deleteSong = endpoint({
  id: 'deleteSong',
  method: 'DELETE',
  path: '/shows/{id}/setlist/{song_id}',
  tag,
  summary: 'Remove a song',
  security: 'required',
  params: songParams,
  answers: { 204: null },
  problems: ['not_found', 'not_an_attendee'],
})
