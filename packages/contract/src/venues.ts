import { z } from 'zod'
import { MyNights, ShowPhoto } from './artists.ts'
import { Artist, Venue } from './catalog.ts'
import { endpoint } from './endpoint.ts'
import { Id } from './fields.ts'

/** My visits to a venue: those that are over with the days of the first and the last, and the day of the next. */
export const MyVisits = z
  .object({ visits: z.int(), ...MyNights.omit({ shows: true }).shape })
  .meta({ id: 'MyVisits', example: { visits: 9, first: '2014-10-11', last: '2024-12-01', next: null } })
export type MyVisits = z.infer<typeof MyVisits>

/** An artist who played there, with the shows that the viewer may see and how many are hers. */
export const ArtistPlayed = Artist.pick({ id: true, name: true })
  .extend({ shows: z.int(), mine: z.int() })
  .meta({ id: 'ArtistPlayed' })
export type ArtistPlayed = z.infer<typeof ArtistPlayed>

/**
 * A venue as its page has it; `is_public` when everybody sees a show there. Everything is of shows the viewer sees: `counts.upcoming` are among `counts.shows`;
 * `artists` are at most 50 of shows that are over, those of the viewer's own shows first; `photos` at most 12, the
 * latest show first.
 */
export const VenuePage = Venue.extend({
  is_public: z.boolean(),
  my: MyVisits.nullable(),
  counts: z.object({ shows: z.int(), upcoming: z.int(), artists: z.int() }),
  artists: z.array(ArtistPlayed),
  photos: z.array(ShowPhoto),
}).meta({
  id: 'VenuePage',
  example: {
    ...(Venue.meta()?.example as object),
    is_public: true,
    my: MyVisits.meta()?.example,
    counts: { shows: 31, upcoming: 2, artists: 1 },
    artists: [{ id: Id.meta()?.example, name: 'Spinvis', shows: 4, mine: 2 }],
    photos: [],
  },
})
export type VenuePage = z.infer<typeof VenuePage>

export const readVenue = endpoint({
  id: 'readVenue',
  method: 'GET',
  path: '/venues/{id}',
  tag: 'Catalog',
  summary: 'A venue, my visits, who played there',
  description: 'Only venues of shows the viewer may see. The shows: `GET /shows?venue_id=`.',
  security: 'optional',
  params: z.object({ id: Id }),
  answers: { 200: VenuePage, 308: null },
  problems: ['not_found'],
})
