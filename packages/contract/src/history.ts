import { z } from 'zod'
import { Person } from './accounts.ts'
import { endpoint } from './endpoint.ts'
import { Id, Timestamp } from './fields.ts'
import { Paging, pageOf } from './paging.ts'
import { Show } from './shows.ts'

const tag = 'History'
const anId = Id.meta()?.example

/** What a revision can speak of, under the names that a show has on the wire; never notes, rating or audience. */
export const RevisedField = z.enum([
  'artist_name',
  'support',
  'venue_name',
  'venue_address',
  'venue_city',
  'venue_state',
  'venue_country',
  'venue_latitude',
  'venue_longitude',
  'show_date',
  'show_time',
  'title',
  'setlist',
  'mbid',
])
export type RevisedField = z.infer<typeof RevisedField>

/** A song as it was written, and its place, from 1. */
export const RevisedSong = z
  .object({
    song_order: z.int(),
    song_name: z.string(),
    artist_name: z.string().nullable(),
    encore: z.boolean(),
    set: z.int(),
    cover_of: z.string().nullable(),
    guest: z.string().nullable(),
    tape: z.boolean(),
    notes: z.string().nullable(),
  })
  .meta({
    id: 'RevisedSong',
    example: {
      song_order: 3,
      song_name: 'Bagagedrager',
      artist_name: 'Spinvis',
      encore: false,
      set: 1,
      cover_of: null,
      guest: null,
      tape: false,
      notes: null,
    },
  })
export type RevisedSong = z.infer<typeof RevisedSong>

/**
 * What a field said: text, a coordinate in degrees, names in billing order (`support`), or songs (`setlist`: only the
 * stretch that changed, at most 200 songs a side). Null: nothing was known.
 */
export const RevisedValue = z.union([
  z.string(),
  z.number(),
  z.array(z.string()),
  z.array(RevisedSong),
  z.null(),
])
export type RevisedValue = z.infer<typeof RevisedValue>

export const RevisedChange = z
  .object({ field: RevisedField, before: RevisedValue, after: RevisedValue })
  .meta({ id: 'RevisedChange', example: { field: 'show_time', before: '20:00', after: '20:30' } })
export type RevisedChange = z.infer<typeof RevisedChange>

/**
 * A change of a shared fact. `author` is null where `by` is not `person`: `someone` is a person whose being there the
 * viewer may not know of, `deleted` one whose account is gone. `reverts` is the revision whose change was put back.
 * `show_id` says at which show it happened, where the viewer sees that. In a `merge`, `before` is what was merged away.
 */
export const Revision = z
  .object({
    id: Id,
    subject: z.enum(['show', 'venue', 'artist']),
    subject_id: Id,
    show_id: Id.nullable(),
    kind: z.enum(['edit', 'revert', 'merge']),
    by: z.enum(['person', 'someone', 'deleted']),
    // spelt out, because the serialiser cannot tell the type of a nullable reference beside a union
    author: z.object(Person.shape).nullable(),
    changes: z.array(RevisedChange),
    reverts: Id.nullable(),
    created_at: Timestamp,
  })
  .meta({
    id: 'Revision',
    example: {
      id: anId,
      subject: 'show',
      subject_id: anId,
      show_id: anId,
      kind: 'edit',
      by: 'person',
      author: Person.meta()?.example,
      changes: [RevisedChange.meta()?.example],
      reverts: null,
      created_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type Revision = z.infer<typeof Revision>

const params = z.object({ id: Id })
const list = {
  method: 'GET',
  tag,
  security: 'optional',
  params,
  query: Paging.pick({ limit: true, cursor: true }),
  answers: { 200: pageOf(Revision) },
  problems: ['not_found'],
} as const

export const listShowRevisions = endpoint({
  ...list,
  id: 'listShowRevisions',
  path: '/shows/{id}/revisions',
  summary: 'What was changed of a show and, from it, of its venue and who plays; newest first',
  description:
    'A change made while only people who hide that they were there held the show is seen by its author alone.',
})

export const listArtistRevisions = endpoint({
  ...list,
  id: 'listArtistRevisions',
  path: '/artists/{id}/revisions',
  summary: 'What was changed of an artist, newest first',
})

export const listVenueRevisions = endpoint({
  ...list,
  id: 'listVenueRevisions',
  path: '/venues/{id}/revisions',
  summary: 'What was changed of a venue, newest first',
})

export const revertRevision = endpoint({
  id: 'revertRevision',
  method: 'POST',
  path: '/shows/{id}/revisions/{revision_id}/revert',
  tag,
  summary: 'Put back what a revision changed',
  description:
    'An edit like any other, by whoever may edit the show, and a revision itself. Refused with `changed_since` when one of its fields no longer says what this revision made it say, and with `not_revertible` for merges and for setlists of more than 200 changed songs.',
  security: 'required',
  params: z.object({ id: Id, revision_id: Id }),
  answers: { 200: Show },
  problems: [
    'not_found',
    'not_an_attendee',
    'staff_only',
    'show_exists',
    'validation_failed',
    'changed_since',
    'not_revertible',
  ],
})
