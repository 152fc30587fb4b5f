import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Id, line, prose, Timestamp } from './fields.ts'

const tag = 'Setlist'

/** One song as played; `song_order` counts from 1 over the whole show. */
export const SetlistSong = z
  .object({
    id: Id,
    show_id: Id,
    song_name: z.string(),
    song_order: z.int(),
    artist_name: z.string(),
    encore: z.boolean(),
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
      notes: null,
      created_at: '2024-12-01T19:00:00.000Z',
      updated_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type SetlistSong = z.infer<typeof SetlistSong>

export const Setlist = z
  .object({ items: z.array(SetlistSong), next_cursor: z.null() })
  .meta({ id: 'Setlist', example: { items: [SetlistSong.meta()?.example], next_cursor: null } })

const writable = {
  song_name: line(300),
  song_order: z.int().min(1).max(1000).optional(),
  artist_name: line(300).nullish(),
  encore: z.boolean().optional(),
  notes: prose(2000).nullish(),
}

export const SongCreate = z
  .strictObject(writable)
  .meta({ id: 'SongCreate', example: { song_name: 'Bagagedrager', encore: false } })
export const SongChange = z
  .strictObject({ ...writable, song_name: writable.song_name.optional() })
  .meta({ id: 'SongChange', example: { encore: true } })

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

export const reorderSetlist = endpoint({
  id: 'reorderSetlist',
  method: 'PATCH',
  path: '/shows/{id}/setlist',
  tag,
  summary: 'Put the songs in a new order',
  description: 'Names every song of the setlist once; a list that is not the current one is refused.',
  security: 'required',
  params,
  body: z
    .strictObject({ order: z.array(Id).max(1000) })
    .meta({ id: 'SetlistOrder', example: { order: [Id.meta()?.example] } }),
  answers: { 200: Setlist },
  problems: ['not_found', 'not_an_attendee', 'order_outdated'],
})
