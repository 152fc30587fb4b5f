import { z } from 'zod'
import { Artist, Venue } from './catalog.ts'
import { endpoint } from './endpoint.ts'
import { Id, Latitude, Longitude, line, Timestamp } from './fields.ts'
import { ArtistLookups, Attribution, Provider, SetlistLookups, VenueLookups } from './lookups.ts'
import { Setlist, SongText } from './setlist.ts'

const tag = 'Lookups'
const params = z.object({ id: Id })

/**
 * Where songs of a setlist were taken from. Only this much is kept of it: `url` leads there and is shown beside the songs as a
 * link that may be followed.
 */
export const SetlistLink = z
  .object({
    provider: Provider,
    external_id: z.string(),
    version_id: z.string().nullable(),
    url: z.string(),
    attribution: z.object(Attribution.shape),
    taken_at: Timestamp,
  })
  .meta({
    id: 'SetlistLink',
    example: {
      provider: 'setlistfm',
      external_id: '63de4613',
      version_id: '7be1aaa0',
      url: 'https://www.setlist.fm/setlist/spinvis/2024/63de4613.html',
      attribution: Attribution.meta()?.example,
      taken_at: '2024-12-02T09:00:00.000Z',
    },
  })
export type SetlistLink = z.infer<typeof SetlistLink>

export const findSetlists = endpoint({
  id: 'findSetlists',
  method: 'GET',
  path: '/shows/{id}/setlist/found',
  tag,
  summary: 'What others wrote down of this night: setlists elsewhere of its headliner on its day',
  security: 'required',
  limit: 'search',
  params,
  answers: { 200: SetlistLookups },
  problems: ['not_found', 'not_an_attendee'],
})

export const takeSetlist = endpoint({
  id: 'takeSetlist',
  method: 'POST',
  path: '/shows/{id}/setlist/taken',
  tag,
  summary:
    'Write the songs of a found setlist that I confirm into the show’s, and link to where they are from',
  description: 'A setlist that has songs already is refused unless `mode` says what becomes of them.',
  security: 'required',
  limit: 'write',
  idempotent: true,
  params,
  body: z
    .strictObject({
      provider: Provider.extract(['setlistfm']),
      external_id: line(60),
      songs: z.array(SongText).min(1).max(200),
      mode: z.enum(['append', 'replace']).optional(),
    })
    .meta({
      id: 'SetlistTake',
      example: { provider: 'setlistfm', external_id: '63de4613', songs: [{ song_name: 'Bagagedrager' }] },
    }),
  answers: { 200: Setlist },
  problems: [
    'not_found',
    'not_an_attendee',
    'setlist_not_empty',
    'provider_not_configured',
    'provider_unavailable',
    'provider_quota',
    'idempotency_conflict',
  ],
})

export const readSetlistLinks = endpoint({
  id: 'readSetlistLinks',
  method: 'GET',
  path: '/shows/{id}/setlist/links',
  tag,
  summary: 'Where songs of this setlist were taken from',
  security: 'optional',
  params,
  answers: { 200: z.object({ items: z.array(SetlistLink) }).meta({ id: 'SetlistLinks' }) },
  problems: ['not_found'],
})

export const findIdentities = endpoint({
  id: 'findIdentities',
  method: 'GET',
  path: '/artists/{id}/found',
  tag,
  summary: 'Who this artist may be elsewhere',
  security: 'required',
  limit: 'search',
  params,
  answers: { 200: ArtistLookups, 308: null },
  problems: ['not_found'],
})

/** Who an artist is in MusicBrainz, and a cover that is linked to and not kept; null where neither is known. */
export const ArtistIdentity = z
  .object({
    artist: z.object(Artist.shape),
    disambiguation: z.string().nullable(),
    image: z
      .object({
        url: z.string(),
        title: z.string(),
        link: z.string(),
        attribution: z.object(Attribution.shape),
      })
      .nullable(),
    url: z.string().nullable(),
  })
  .meta({
    id: 'ArtistIdentity',
    example: {
      artist: Artist.meta()?.example,
      disambiguation: 'Dutch singer-songwriter',
      image: {
        url: 'https://coverartarchive.org/release-group/0c1b1a52-6c5d-4c39-9ba4-1d1f6a6c9c1e/front-250',
        title: 'Spinvis',
        link: 'https://musicbrainz.org/release-group/0c1b1a52-6c5d-4c39-9ba4-1d1f6a6c9c1e',
        attribution: { text: 'Cover Art Archive', url: 'https://coverartarchive.org' },
      },
      url: 'https://musicbrainz.org/artist/4a1ba5a5-0e1e-4f1a-9c3c-1a6f1f0f9a61',
    },
  })
export type ArtistIdentity = z.infer<typeof ArtistIdentity>

export const readIdentity = endpoint({
  id: 'readIdentity',
  method: 'GET',
  path: '/artists/{id}/identity',
  tag,
  summary: 'Who an artist is elsewhere, as somebody confirmed it',
  security: 'optional',
  params,
  answers: { 200: ArtistIdentity, 308: null },
  problems: ['not_found'],
})

export const confirmIdentity = endpoint({
  id: 'confirmIdentity',
  method: 'PUT',
  path: '/artists/{id}/identity',
  tag,
  summary: 'Say who an artist is in MusicBrainz, or with null that she is nobody there',
  description:
    'For whoever attended a show of the artist; kept in the history like any change of a shared fact.',
  security: 'required',
  limit: 'write',
  params,
  body: z
    .strictObject({ mbid: z.uuid().nullable() })
    .meta({ id: 'IdentityConfirm', example: { mbid: '4a1ba5a5-0e1e-4f1a-9c3c-1a6f1f0f9a61' } }),
  answers: { 200: ArtistIdentity },
  problems: [
    'not_found',
    'not_an_attendee',
    'provider_not_configured',
    'provider_unavailable',
    'provider_quota',
  ],
})

export const findPlaces = endpoint({
  id: 'findPlaces',
  method: 'GET',
  path: '/venues/{id}/found',
  tag,
  summary: 'Where this venue may be: places elsewhere of its name in its town',
  security: 'required',
  limit: 'search',
  params,
  answers: { 200: VenueLookups, 308: null },
  problems: ['not_found'],
})

export const confirmPlace = endpoint({
  id: 'confirmPlace',
  method: 'PUT',
  path: '/venues/{id}/place',
  tag,
  summary: 'Say where a venue is; its zone follows',
  description:
    'For whoever attended a show there; kept in the history. `place_id` says which place of OpenStreetMap it is, so that what is derived from there stays marked.',
  security: 'required',
  limit: 'write',
  params,
  body: z
    .strictObject({
      latitude: Latitude,
      longitude: Longitude,
      address: line(300).optional(),
      place_id: z
        .string()
        .max(60)
        .regex(/^osm:[NWR]\d{1,20}$/)
        .optional(),
    })
    .meta({
      id: 'PlaceConfirm',
      example: { latitude: 52.0932, longitude: 5.1134, place_id: 'osm:W46347021' },
    }),
  answers: { 200: Venue },
  problems: ['not_found', 'not_an_attendee', 'staff_only'],
})
