import { z } from 'zod'
import { Artist, Venue } from './catalog.ts'
import { endpoint } from './endpoint.ts'
import { Id } from './fields.ts'
import { Paging, pageOf } from './paging.ts'
import { Cover } from './shows.ts'

const tag = 'Catalog'
const day = z.string().meta({ format: 'date' })

/** A photo of one of the shows, with the show it leads to. */
export const ShowPhoto = Cover.extend({ show_id: Id }).meta({ id: 'ShowPhoto' })
export type ShowPhoto = z.infer<typeof ShowPhoto>

/**
 * My nights with an artist or at a venue: shows of mine that are over with the days of the first and the last, and the
 * day of the next one to come.
 */
export const MyNights = z
  .object({ shows: z.int(), first: day.nullable(), last: day.nullable(), next: day.nullable() })
  .meta({ id: 'MyNights', example: { shows: 3, first: '2016-04-02', last: '2024-12-01', next: null } })
export type MyNights = z.infer<typeof MyNights>

/** A venue where the artist played, with the shows there that the viewer may see and how many are hers. */
export const VenuePlayed = z
  .object({
    ...Venue.pick({ id: true, name: true, city: true, country: true, point: true }).shape,
    shows: z.int(),
    mine: z.int(),
  })
  .meta({ id: 'VenuePlayed' })
export type VenuePlayed = z.infer<typeof VenuePlayed>

/**
 * An artist as her page has it; `is_public` when everybody sees a show of hers. Everything is of shows the viewer sees: `counts.upcoming` are among `counts.shows`;
 * `venues` are at most 50 of shows that are over, the viewer's own first; `photos` at most 12, the latest show first.
 */
export const ArtistPage = Artist.extend({
  is_public: z.boolean(),
  my: MyNights.nullable(),
  counts: z.object({ shows: z.int(), upcoming: z.int(), venues: z.int() }),
  venues: z.array(VenuePlayed),
  photos: z.array(ShowPhoto),
}).meta({
  id: 'ArtistPage',
  example: {
    ...(Artist.meta()?.example as object),
    is_public: true,
    my: MyNights.meta()?.example,
    counts: { shows: 8, upcoming: 1, venues: 1 },
    venues: [
      {
        id: Id.meta()?.example,
        name: 'TivoliVredenburg',
        city: 'Utrecht',
        country: 'NL',
        point: { type: 'Point', coordinates: [5.1134, 52.0932] },
        shows: 7,
        mine: 3,
      },
    ],
    photos: [],
  },
})
export type ArtistPage = z.infer<typeof ArtistPage>

/** A song with the number of shows at which it was played and the day of the last. */
export const SongPlayed = z.object({ song_name: z.string(), times: z.int(), last_played: day }).meta({
  id: 'SongPlayed',
  example: { song_name: 'Bagagedrager', times: 3, last_played: '2024-12-01' },
})
export type SongPlayed = z.infer<typeof SongPlayed>

const params = z.object({ id: Id })

export const readArtist = endpoint({
  id: 'readArtist',
  method: 'GET',
  path: '/artists/{id}',
  tag,
  summary: 'An artist, my nights with them, where they played',
  description: 'Only artists of shows the viewer may see. The shows: `GET /shows?artist_id=`.',
  security: 'optional',
  params,
  answers: { 200: ArtistPage, 308: null },
  problems: ['not_found'],
})

export const listSongsOfArtist = endpoint({
  id: 'listSongsOfArtist',
  method: 'GET',
  path: '/artists/{id}/songs',
  tag,
  summary: 'Songs the artist played, most often first',
  description: '`scope=mine`: at my own shows, so the songs I heard. Else at all shows the viewer may see.',
  security: 'optional',
  params,
  query: Paging.pick({ limit: true, cursor: true }).extend({
    scope: z.enum(['mine', 'all']).default('all'),
  }),
  answers: { 200: pageOf(SongPlayed) },
  problems: ['not_found', 'unauthenticated'],
})
