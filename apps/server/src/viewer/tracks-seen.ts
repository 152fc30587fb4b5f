import type { Track } from '@sharemyshows/contract/music'
import type { Db } from '../platform/db/connect.ts'
import { rows } from '../platform/db/read.ts'
import {
  hasTrack,
  libraryEntries,
  trackAlbum,
  trackArtist,
  trackName,
  trackSource,
  trackState,
} from './tracks.ts'

const features = [
  'valence',
  'energy',
  'tempo',
  'danceability',
  'acousticness',
  'instrumentalness',
  'liveness',
  'speechiness',
  'loudness',
] as const

const text = `select e.track_id as id, ${trackName} as name, ${trackArtist} as artist, ${trackAlbum} as album, ${trackSource} as source,
    coalesce(t.duration, m.duration_ms / 1000.0) as duration, t.media_id as audio_id,
    t.spotify_id as spotify_track_id, t.artwork_url, fold(${trackArtist}) as artist_key, ${trackState} as state,
    t.features_source, ${features.map((each) => `t.${each}`).join(', ')},
    coalesce(a.labels, '{}') as labels, e.added_at, heard.plays, heard.last_played_at,
    (select true from renditions r where r.media_id = m.id and r.name = 'stream') as streams,
    case when h.id is not null then json_build_object('show_id', s.id, 'artist_name', h.name,
      'show_date', s.show_date) end as recorded_at
  from ${libraryEntries} cross join lateral (
    select count(*)::int as plays, max(l.played_at) as last_played_at from listens l
    where l.track_id = e.track_id and l.person_id = e.person_id) heard
  where ${hasTrack} and e.track_id = any($2::uuid[])`

/** The latest show of hers that each of these artists played by name. */
const heardLive = `select distinct on (h.name_key) h.name_key, s.id as show_id, h.name as artist_name,
    s.show_date::text as show_date
  from artists h join shows s on s.headliner_id = h.id
    join attendances seen on seen.show_id = s.id and seen.person_id = $1::uuid
  where h.name_key = any($2::text[]) and seen.state <> 'going' and is_over(s.starts_at, s.ends_at)
  order by h.name_key, s.show_date desc, s.id`

type Heard = NonNullable<Track['heard_live']>
type Row = Omit<Track, 'features' | 'stream_url' | 'link' | 'heard_live'> &
  Record<(typeof features)[number], number | null> & {
    artist_key: string | null
    state: Track['features']['state']
    features_source: Track['features']['source']
    streams: boolean | null
    recorded_at: Heard | null
  }

function show(row: Row, live: Map<string, Heard>): Track {
  const { artist_key, state, features_source, streams, recorded_at, ...rest } = row
  const { valence, energy, tempo, danceability, acousticness, ...track } = rest
  const { instrumentalness, liveness, speechiness, loudness, ...named } = track
  return {
    ...named,
    stream_url: streams ? `/api/v1/audio/${row.audio_id}/stream` : null,
    link: row.spotify_track_id && `https://open.spotify.com/track/${row.spotify_track_id}`,
    features: {
      state,
      source: features_source,
      ...{ valence, energy, tempo, danceability, acousticness },
      ...{ instrumentalness, liveness, speechiness, loudness },
    },
    heard_live: recorded_at ?? (artist_key === null ? null : (live.get(artist_key) ?? null)),
  }
}

/** Those of these tracks that a person has, by their ids, also what she left out. */
export async function readTracks(
  db: Db,
  personId: string,
  ids: readonly string[],
): Promise<Map<string, Track>> {
  if (ids.length === 0) return new Map()
  const found = await rows<Row>(db, text, [personId, ids])
  const artists = found.flatMap((row) => (row.recorded_at === null ? (row.artist_key ?? []) : []))
  const live =
    artists.length === 0
      ? []
      : await rows<Heard & { name_key: string }>(db, heardLive, [personId, [...new Set(artists)]])
  const byArtist = new Map(live.map(({ name_key, ...heard }) => [name_key, heard]))
  return new Map(found.map((row) => [row.id, show(row, byArtist)]))
}
