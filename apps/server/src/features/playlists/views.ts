import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Mood } from '@sharemyshows/contract/moods'
import type { Paging } from '@sharemyshows/contract/paging'
import type { Playlist, WholePlaylist } from '@sharemyshows/contract/playlists'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { isPlayable } from '../../viewer/tracks.ts'
import type { Music } from '../music/feature.ts'
import type { Line } from './rules.ts'

type Row = Omit<Playlist, 'spotify_url'> & { spotify_id: string | null }

/** What is there of a playlist (alias `p`) of $1: a track that she lost since is not. */
const tracks = `playlist_tracks i join tracks t on t.id = i.track_id
  join library_entries e on e.track_id = t.id and e.person_id = $1::uuid
  left join media m on m.id = t.media_id`
const held = `i.playlist_id = p.id and ${isPlayable('t', 'm')}`

const select = `select p.id, p.name, p.description, p.mood, p.spotify_id, p.created_at, p.updated_at, held.tracks, held.duration
  from playlists p cross join lateral (
    select count(*)::int as tracks, coalesce(sum(coalesce(t.duration, m.duration_ms / 1000.0)), 0)::float8 as duration
    from ${tracks} where ${held}) held
  where p.person_id = $1::uuid`

const one = `${select} and p.id = $2`
const page = `${select} and ($2::timestamptz is null or (p.updated_at, p.id) < ($2::timestamptz, $3::uuid))
  order by p.updated_at desc, p.id desc limit $4 offset $5`
const items = `select i.track_id as id from playlists p join lateral (
    select i.track_id, i.position from ${tracks} where ${held}) i on true
  where p.person_id = $1::uuid and p.id = $2 order by i.position`

const show = ({ spotify_id, ...playlist }: Row): Playlist => ({
  ...playlist,
  spotify_url: spotify_id && `https://open.spotify.com/playlist/${spotify_id}`,
})

/** A playlist of a person's, without its tracks. */
export async function readHead(db: Db, personId: string, id: string): Promise<Playlist | Refusal> {
  const found = await row<Row>(db, one, [personId, id])
  return found === undefined ? refuse('not_found') : show(found)
}

/** A playlist of a person's with its tracks in their order. */
export async function readWhole(
  db: Db,
  readTracks: Music['readTracks'],
  personId: string,
  id: string,
): Promise<WholePlaylist | Refusal> {
  const head = await readHead(db, personId, id)
  if (isRefusal(head)) return head
  const ids = (await rows<{ id: string }>(db, items, [personId, id])).map((each) => each.id)
  const found = await readTracks(db, personId, ids)
  return { ...head, items: ids.flatMap((each) => found.get(each) ?? []) }
}

/** Playlists of a person, the last changed first. */
export async function readPlaylists(
  db: Db,
  personId: string,
  paging: Paging,
): Promise<{ items: Playlist[]; next_cursor: string | null } | Refusal> {
  const after = paging.cursor === undefined ? null : readCursor(paging.cursor)
  if (isRefusal(after)) return after
  const limit = paging.per_page ?? paging.limit
  const found = await rows<Row>(db, page, [
    ...[personId, after?.at ?? null, after?.id ?? null, limit + 1],
    after === null ? ((paging.page ?? 1) - 1) * limit : 0,
  ])
  const last = found.length > limit ? found[limit - 1] : undefined
  return {
    items: found.slice(0, limit).map(show),
    next_cursor: last === undefined ? null : writeCursor({ at: last.updated_at, id: last.id }),
  }
}

const owned = `select e.track_id as id from library_entries e
  where e.person_id = $1::uuid and e.track_id = any($2::uuid[])`

/** True when all of these tracks are a person's. */
export async function ownsAll(db: Db, personId: string, ids: readonly string[]): Promise<boolean> {
  return (await rows(db, owned, [personId, ids])).length === new Set(ids).size
}

const heard = `select l.track_id as id from listens l
    join library_entries e on e.person_id = l.person_id and e.track_id = l.track_id and e.left_out_at is null
    join tracks t on t.id = l.track_id left join media m on m.id = t.media_id
  where l.person_id = $1::uuid and l.mood = $2 and l.played_at > now() - $3 * interval '1 day'
    and (l.seconds >= 30 or l.outcome = 'finished') and ${isPlayable('t', 'm')}
  group by l.track_id order by count(*) desc, max(l.played_at) desc limit $4`

/** What a person heard in a mood lately, the most played first. */
export const listHeard = async (
  db: Db,
  personId: string,
  { mood, days, limit }: { mood: Mood; days: number; limit: number },
): Promise<string[]> =>
  (await rows<{ id: string }>(db, heard, [personId, mood, days, limit])).map(({ id }) => id)

/** Tracks as another player is told of them, files by the name under which they are saved. */
export function linesOf(playlist: WholePlaylist, fileNames: ReadonlyMap<string, string>): Line[] {
  return playlist.items.flatMap(({ name, artist, duration, audio_id, link }) => {
    const place = audio_id === null ? link : fileNames.get(audio_id)
    return place ? [{ name, artist, duration, place }] : []
  })
}

const songs = `select i.spotify_id as id from playlists p join lateral (
    select t.spotify_id, i.position from ${tracks} where ${held}) i on true
  where p.person_id = $1::uuid and p.id = $2 order by i.position`

/** What of a playlist there is at Spotify: itself where it was sent, its songs by their ids, and how many have no place. */
export type SongsOf = {
  name: string
  description: string
  spotifyId: string | null
  songs: string[]
  leftOut: number
}

export async function readSongs(db: Db, personId: string, id: string): Promise<SongsOf | Refusal> {
  const head = await row<Row>(db, one, [personId, id])
  if (head === undefined) return refuse('not_found')
  const all = await rows<{ id: string | null }>(db, songs, [personId, id])
  const known = all.flatMap((each) => each.id ?? [])
  const { name, description, spotify_id: spotifyId } = head
  return { name, description, spotifyId, songs: known, leftOut: all.length - known.length }
}
