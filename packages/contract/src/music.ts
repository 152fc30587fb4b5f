import { z } from 'zod'
import { Share } from './analysis.ts'
import { endpoint } from './endpoint.ts'
import { Id, line, Timestamp } from './fields.ts'
import { Mood, MoodPoint } from './moods.ts'
import { pageOf, SortedPaging } from './paging.ts'

const tag = 'Music'

/** Where a track of mine comes from: my uploads, my recordings of shows, a folder the operator imported, or Spotify. */
export const TrackSource = z.enum(['upload', 'show', 'folder', 'spotify'])
export type TrackSource = z.infer<typeof TrackSource>

const SpotifyId = z.string().regex(/^[A-Za-z0-9]{22}$/, 'No track of Spotify')

/**
 * A song that can be played: a recording of mine (`audio_id`) or a song of Spotify (`spotify_track_id`), never both.
 * Features from 0 to 1, `tempo` in beats a minute, `loudness` in LUFS of recordings and dB of Spotify's; all null until they
 * are known. Of Spotify's songs they come from a service the operator may set up, and else stay unknown.
 */
export const Track = z
  .object({
    id: Id,
    name: z.string(),
    artist: z.string().nullable(),
    album: z.string().nullable(),
    duration: z.number().nullable(),
    source: TrackSource,
    audio_id: Id.nullable(),
    spotify_track_id: SpotifyId.nullable(),
    /** Where a recording is streamed from; null while it is prepared, and for Spotify's songs. */
    stream_url: z.string().nullable(),
    /** Square; a small picture of Spotify's, linked to and not kept. */
    artwork_url: z.string().nullable(),
    /** Its page at Spotify. */
    link: z.string().nullable(),
    features: z.object({
      state: z.enum(['known', 'awaited', 'unknown']),
      source: z.enum(['engine', 'soundnet']).nullable(),
      valence: Share.nullable(),
      energy: Share.nullable(),
      tempo: z.number().nullable(),
      danceability: Share.nullable(),
      acousticness: Share.nullable(),
      instrumentalness: Share.nullable(),
      liveness: Share.nullable(),
      speechiness: Share.nullable(),
      loudness: z.number().nullable(),
    }),
    labels: z.array(z.string()),
    /** The show of mine where it was recorded, or the latest where its artist played it by name. */
    heard_live: z.object({ show_id: Id, artist_name: z.string(), show_date: z.string() }).nullable(),
    plays: z.int(),
    last_played_at: Timestamp.nullable(),
    added_at: Timestamp,
  })
  .meta({
    id: 'Track',
    example: {
      id: Id.meta()?.example,
      name: 'The last song',
      artist: 'Spinvis',
      album: null,
      duration: 202.4,
      source: 'show',
      audio_id: Id.meta()?.example,
      spotify_track_id: null,
      stream_url: '/api/v1/audio/019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10/stream',
      artwork_url: null,
      link: null,
      features: {
        state: 'known',
        source: 'engine',
        valence: 0.4,
        energy: 0.74,
        tempo: 118,
        danceability: 0.62,
        acousticness: 0.2,
        instrumentalness: 0.1,
        liveness: 0.9,
        speechiness: 0.05,
        loudness: -11.2,
      },
      labels: ['Rock', 'Guitar'],
      heard_live: { show_id: Id.meta()?.example, artist_name: 'Spinvis', show_date: '2024-12-01' },
      plays: 3,
      last_played_at: '2024-12-02T20:00:00.000Z',
      added_at: '2024-12-01T19:00:00.000Z',
    },
  })
export type Track = z.infer<typeof Track>

export const listMusic = endpoint({
  id: 'listMusic',
  method: 'GET',
  path: '/music/library',
  tag,
  summary: 'My tracks: uploads, my recordings of shows, imported folders and what was synchronised',
  description:
    'Searched by name, artist, album and labels. With `mood` those that fit its rule, the best fitting first unless another order is asked for.',
  security: 'required',
  query: SortedPaging.extend({
    q: z.string().trim().max(200).optional(),
    source: TrackSource.optional(),
    mood: Mood.optional(),
    features: z.enum(['known', 'awaited', 'unknown']).optional(),
    sort: z
      .enum([
        'newest',
        'name',
        'artist',
        'valence',
        '-valence',
        'energy',
        '-energy',
        'tempo',
        '-tempo',
        'plays',
      ])
      .optional(),
  }),
  answers: { 200: pageOf(Track) },
  problems: [],
})

/** Of all my tracks: how many there are, by where they come from and by whether their features are known. */
export const MusicSummary = z
  .object({
    total: z.int(),
    sources: z.object({ upload: z.int(), show: z.int(), folder: z.int(), spotify: z.int() }),
    features: z.object({ known: z.int(), awaited: z.int(), unknown: z.int() }),
    /** How many fit the rule of each mood. */
    moods: z.object({ happy: z.int(), sad: z.int(), angry: z.int(), neutral: z.int() }),
  })
  .meta({
    id: 'MusicSummary',
    example: {
      total: 320,
      sources: { upload: 20, show: 60, folder: 240, spotify: 0 },
      features: { known: 310, awaited: 10, unknown: 0 },
      moods: { happy: 90, sad: 60, angry: 20, neutral: 140 },
    },
  })
export type MusicSummary = z.infer<typeof MusicSummary>

export const summariseMusic = endpoint({
  id: 'summariseMusic',
  method: 'GET',
  path: '/music/summary',
  tag,
  summary: 'How many tracks I have, and of what kind',
  security: 'required',
  answers: { 200: MusicSummary },
  problems: [],
})

const params = z.object({ id: Id })

export const changeTrack = endpoint({
  id: 'changeTrack',
  method: 'PATCH',
  path: '/music/library/{id}',
  tag,
  summary: 'Put right what a track of mine is called',
  description:
    'For me alone; its file and others who have the same song keep what they say. Null takes back what was put right.',
  security: 'required',
  limit: 'write',
  params,
  body: z
    .strictObject({ name: line(300).nullable(), artist: line(300).nullable(), album: line(300).nullable() })
    .partial()
    .meta({ id: 'TrackChange', example: { name: 'The last song' } }),
  answers: { 200: Track },
  problems: ['not_found'],
})

export const leaveOutTrack = endpoint({
  id: 'leaveOutTrack',
  method: 'DELETE',
  path: '/music/library/{id}',
  tag,
  summary: 'Take a track out of my music; a recording itself stays',
  security: 'required',
  limit: 'write',
  params,
  answers: { 204: null },
  problems: ['not_found'],
})

export const takeInTrack = endpoint({
  id: 'takeInTrack',
  method: 'POST',
  path: '/music/library/{id}/restore',
  tag,
  summary: 'Take a track in again that was taken out',
  security: 'required',
  limit: 'write',
  params,
  body: z.strictObject({}),
  bodyOptional: true,
  answers: { 200: Track },
  problems: ['not_found'],
})

/** A track that fits, and why, in words: "valence 0.8, 128 BPM; heard live in 2024". `fit` is from 0 to 1. */
export const Recommendation = z
  .object({
    track_id: Id,
    spotify_track_id: SpotifyId.nullable(),
    name: z.string(),
    artist: z.string().nullable(),
    album: z.string().nullable(),
    valence: Share.nullable(),
    energy: Share.nullable(),
    tempo: z.number().nullable(),
    why: z.string(),
    fit: Share,
    track: Track,
  })
  .meta({
    id: 'Recommendation',
    example: {
      track_id: Id.meta()?.example,
      spotify_track_id: null,
      name: 'The last song',
      artist: 'Spinvis',
      album: null,
      valence: 0.8,
      energy: 0.74,
      tempo: 118,
      why: 'Valence 0.8, energy 0.74, 118 BPM; heard live in 2024',
      fit: 0.93,
      track: Track.meta()?.example,
    },
  })
export type Recommendation = z.infer<typeof Recommendation>

export const recommendMusic = endpoint({
  id: 'recommendMusic',
  method: 'GET',
  path: '/music/recommendations',
  tag,
  summary: 'Tracks of mine that fit a mood, the next to be played first, each with its reason',
  description:
    'Either `mood`, whose rule is mine, or a place in the field (`valence` and `energy`); with both the place within the mood. What is named in `exclude` is left out, what played in the last two hours comes last, known and new ones are mixed, and no artist comes twice in a row where there are others. `seed` gives the same list again. Where too few fit, the nearest fill the list and `why` says that they do not quite fit.',
  security: 'required',
  query: z
    .object({
      mood: Mood.optional(),
      valence: z.coerce.number().min(0).max(1).optional(),
      energy: z.coerce.number().min(0).max(1).optional(),
      limit: z.coerce.number().int().min(1).max(50).default(10),
      exclude: z
        .string()
        .max(4000)
        .transform((list) => list.split(',').filter(Boolean))
        .pipe(z.array(Id).max(100))
        .optional(),
      seed: z.coerce.number().int().min(0).max(2_147_483_647).optional(),
    })
    .refine(
      ({ mood, valence, energy }) => mood !== undefined || (valence !== undefined && energy !== undefined),
      {
        message: 'Say a mood, or a valence and an energy',
        path: ['mood'],
      },
    ),
  answers: {
    200: z.object({
      mood: Mood.nullable(),
      place: MoodPoint,
      /** Tracks of mine whose features are known, out of which these were chosen: of many those that are the nearest. */
      chosen_from: z.int(),
      items: z.array(Recommendation),
    }),
  },
  problems: [],
})
