import { z } from 'zod'
import { Artist, Venue } from './catalog.ts'
import { endpoint } from './endpoint.ts'
import { Id } from './fields.ts'
import { Show } from './shows.ts'

const anId = Id.meta()?.example
const params = z.object({ id: Id })

/**
 * Why two might be one: they are one in MusicBrainz or OpenStreetMap (`same_identity`); the names are the same but for case, accents, "the" and punctuation (`same_name`), or nearly
 * (`similar_name`); two venues with a word in common lie within 300 m (`same_place`); the same artist played in the
 * same town, or within 300 m, on that day (`same_night`) or the day before or after (`next_day`).
 */
export const DuplicateReason = z.enum([
  'same_identity',
  'same_name',
  'similar_name',
  'same_place',
  'same_night',
  'next_day',
])
export type DuplicateReason = z.infer<typeof DuplicateReason>

/** `may_merge`: the viewer was at a show of both, or looks after everything here. */
const candidate = { reason: DuplicateReason, may_merge: z.boolean() }
const duplicates = <T extends z.ZodType, O extends z.ZodType>(
  id: string,
  subject: O,
  item: T,
  example: unknown,
) => z.object({ subject, items: z.array(item), next_cursor: z.null() }).meta({ id, example })

/** `shows` counts those the viewer may see. */
const counted = { shows: z.int() }
const artist = { artist: Artist, ...counted }
const venue = { venue: Venue, ...counted }
const anArtist = { artist: Artist.meta()?.example, shows: 3 }
const aVenue = { venue: Venue.meta()?.example, shows: 3 }
const why = { reason: 'same_name', may_merge: true }

export const ArtistDuplicates = duplicates(
  'ArtistDuplicates',
  z.object(artist),
  z.object({ ...artist, ...candidate }),
  { subject: anArtist, items: [{ ...anArtist, ...why }], next_cursor: null },
)
export type ArtistDuplicates = z.infer<typeof ArtistDuplicates>

export const VenueDuplicates = duplicates(
  'VenueDuplicates',
  z.object(venue),
  z.object({ ...venue, ...candidate }),
  { subject: aVenue, items: [{ ...aVenue, ...why }], next_cursor: null },
)
export type VenueDuplicates = z.infer<typeof VenueDuplicates>

export const ShowDuplicates = duplicates(
  'ShowDuplicates',
  z.object({ show: Show }),
  z.object({ show: Show, ...candidate }),
  {
    subject: { show: Show.meta()?.example },
    items: [{ show: Show.meta()?.example, reason: 'same_night', may_merge: true }],
    next_cursor: null,
  },
)
export type ShowDuplicates = z.infer<typeof ShowDuplicates>

const list = {
  method: 'GET',
  security: 'optional',
  limit: 'search',
  params,
  problems: ['not_found'],
} as const
const onlySeen = 'At most ten, the most alike first, and only what the viewer may see.'

export const listArtistDuplicates = endpoint({
  ...list,
  id: 'listArtistDuplicates',
  path: '/artists/{id}/duplicates',
  tag: 'Catalog',
  summary: 'Artists that might be the same one',
  description: onlySeen,
  answers: { 200: ArtistDuplicates },
})

export const listVenueDuplicates = endpoint({
  ...list,
  id: 'listVenueDuplicates',
  path: '/venues/{id}/duplicates',
  tag: 'Catalog',
  summary: 'Venues that might be the same one',
  description: onlySeen,
  answers: { 200: VenueDuplicates },
})

export const listShowDuplicates = endpoint({
  ...list,
  id: 'listShowDuplicates',
  path: '/shows/{id}/duplicates',
  tag: 'Shows',
  summary: 'Shows that might be the same concert',
  description: onlySeen,
  answers: { 200: ShowDuplicates },
})

export const MergeInto = z.strictObject({ into: Id }).meta({ id: 'MergeInto', example: { into: anId } })

const merge = {
  method: 'POST',
  security: 'required',
  limit: 'write',
  params,
  body: MergeInto,
  problems: ['not_found', 'not_at_both', 'show_organised'],
} as const
const description =
  'By somebody who was at a show of both, or a moderator. It cannot be undone. Everything moves to the one that stays, shows that become the same concert are merged as well, the former name is known from then on, and the former id answers 308.'

export const mergeArtist = endpoint({
  ...merge,
  id: 'mergeArtist',
  path: '/artists/{id}/merge',
  tag: 'Catalog',
  summary: 'Merge an artist into another',
  description,
  answers: { 200: Artist },
})

export const mergeVenue = endpoint({
  ...merge,
  id: 'mergeVenue',
  path: '/venues/{id}/merge',
  tag: 'Catalog',
  summary: 'Merge a venue into another',
  description,
  answers: { 200: Venue },
})

export const mergeShow = endpoint({
  ...merge,
  id: 'mergeShow',
  path: '/shows/{id}/merge',
  tag: 'Shows',
  summary: 'Merge a show into another',
  description:
    'By somebody who attends both, or a moderator. It cannot be undone. People, media, comments and history move; whoever was in both keeps one part with the earlier arrival, both notes and the narrower audience; the longer setlist stays. The former id answers 308.',
  answers: { 200: Show },
})
