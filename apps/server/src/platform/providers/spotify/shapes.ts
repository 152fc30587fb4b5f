import { z } from 'zod'

// What we read of Spotify's answers, before and after its changes of February 2026. All else they hold is ignored; what
// their description forbids to be null is null all the same.

const nullish = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null)
const listOf = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema)
    .nullish()
    .transform((list) => list ?? [])

export const MeAnswer = z
  .object({ id: z.string(), account_id: nullish(z.string()), display_name: nullish(z.string()) })
  .transform(({ id, account_id, display_name }) => ({ id: account_id ?? id, name: display_name ?? id }))
/** An account, by the name that stays. */
export type SpotifyMe = z.output<typeof MeAnswer>

const Picture = z.object({ url: z.string(), width: nullish(z.number()) })
const Links = nullish(z.object({ spotify: nullish(z.string()) }))

/** Lists show it at 48 pixels: of 640, 300 and 64 the one in the middle is sharp everywhere. */
const SMALL = 150
const smallOf = (pictures: z.output<typeof Picture>[]) =>
  pictures
    .filter(({ width }) => width !== null && width >= SMALL)
    .sort((a, b) => (a.width ?? 0) - (b.width ?? 0))[0] ?? pictures[0]

const TrackAnswer = z
  .object({
    // null of files that somebody added from her own disk
    id: z.string().nullable(),
    uri: z.string(),
    name: z.string(),
    duration_ms: z.number(),
    type: nullish(z.string()),
    artists: listOf(z.object({ name: nullish(z.string()) })),
    album: nullish(z.object({ name: nullish(z.string()), images: listOf(Picture) })),
    // an episode's
    show: nullish(z.object({ name: nullish(z.string()), publisher: nullish(z.string()) })),
    images: listOf(Picture),
    external_ids: nullish(z.object({ isrc: nullish(z.string()) })),
    external_urls: Links,
  })
  .transform((given) => ({
    id: given.id,
    uri: given.uri,
    name: given.name,
    artist: given.artists.flatMap(({ name }) => name ?? []).join(', ') || (given.show?.publisher ?? ''),
    album: given.album?.name ?? given.show?.name ?? null,
    duration_ms: Math.round(given.duration_ms),
    isrc: given.external_ids?.isrc ?? null,
    link: given.external_urls?.spotify ?? null,
    artwork_url: smallOf(given.album?.images ?? given.images)?.url ?? null,
  }))

const Saved = z
  .object({
    added_at: nullish(z.string()),
    track: nullish(TrackAnswer).catch(null),
    item: nullish(TrackAnswer).catch(null),
  })
  .transform(({ added_at, track, item }) => ({ added_at, track: track ?? item }))

export const SavedAnswer = z
  .object({ items: z.array(Saved), total: z.int(), next: nullish(z.string()) })
  .transform(({ items, total, next }) => ({
    /** Entries of the page, also those that are no songs any more. */
    entries: items.length,
    songs: items.flatMap(({ added_at, track }) =>
      track?.id == null ? [] : [{ ...track, id: track.id, added_at }],
    ),
    total,
    more: next !== null,
  }))
/** A page of saved songs. */
export type SpotifyPage = z.output<typeof SavedAnswer>

const DeviceAnswer = z
  .object({
    // null where it may not be spoken to
    id: nullish(z.string()),
    name: nullish(z.string()),
    type: nullish(z.string()),
    is_active: nullish(z.boolean()),
    is_restricted: nullish(z.boolean()),
    volume_percent: nullish(z.number()),
    supports_volume: nullish(z.boolean()),
  })
  .transform((given) => ({
    id: given.id,
    name: given.name ?? '',
    kind: given.type ?? '',
    active: given.is_active ?? false,
    restricted: given.is_restricted ?? false,
    volume: given.supports_volume === false ? null : given.volume_percent,
  }))
export type SpotifyDevice = z.output<typeof DeviceAnswer>

export const DevicesAnswer = z.object({ devices: listOf(DeviceAnswer) }).transform(({ devices }) => devices)

/** Nothing at all where nothing plays. */
export const PlayerAnswer = z
  .object({
    is_playing: nullish(z.boolean()),
    progress_ms: nullish(z.number()),
    item: nullish(TrackAnswer).catch(null),
    device: nullish(DeviceAnswer),
  })
  .transform((given) => ({
    playing: given.is_playing ?? false,
    progress_ms: given.progress_ms,
    track: given.item,
    device: given.device,
  }))
  .optional()
  .transform((given) => given ?? null)
export type SpotifyPlayer = NonNullable<z.output<typeof PlayerAnswer>>

export const PlaylistAnswer = z
  .object({ id: z.string(), uri: nullish(z.string()), external_urls: Links })
  .transform(({ id, uri, external_urls }) => ({ id, uri, link: external_urls?.spotify ?? null }))
export type SpotifyPlaylist = z.output<typeof PlaylistAnswer>

/** How Spotify says no: its API one way, its player with a reason, its accounts another. */
export const FaultAnswer = z.object({
  error: z.object({ message: nullish(z.string()), reason: nullish(z.string()) }),
})
