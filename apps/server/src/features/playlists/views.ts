import { isRefusal, type Refusal, refuse } from '@sharemyshows/contract/errors'
import type { Paging } from '@sharemyshows/contract/paging'
import type { Playlist, WholePlaylist } from '@sharemyshows/contract/playlists'
import type { Db } from '../../platform/db/connect.ts'
import { row, rows } from '../../platform/db/read.ts'
import { readCursor, writeCursor } from '../../platform/http/cursor.ts'
import { isPlayable } from '../../viewer/tracks.ts'
import { readTracks } from '../../viewer/tracks-seen.ts'
import type { Media } from '../media/feature.ts'
import { fileNameOf, type Line, writeM3u } from './rules.ts'

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
export async function readWhole(db: Db, personId: string, id: string): Promise<WholePlaylist | Refusal> {
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

/** Where another player finds a track: a file by the name under which it is saved, a song by its address. */
const lineOf = (
  { name, artist, duration, audio_id, link }: WholePlaylist['items'][number],
  fileNames: ReadonlyMap<string, string>,
): Line[] => {
  const place = audio_id === null ? link : fileNames.get(audio_id)
  return place ? [{ name, artist, duration, place }] : []
}

/** A playlist of a person's as a file for another player. */
export async function readM3u(
  db: Db,
  fileNames: Media['fileNames'],
  personId: string,
  id: string,
): Promise<{ fileName: string; text: string } | Refusal> {
  const playlist = await readWhole(db, personId, id)
  if (isRefusal(playlist)) return playlist
  const files = await fileNames(
    personId,
    playlist.items.flatMap(({ audio_id }) => audio_id ?? []),
  )
  const lines = playlist.items.flatMap((track) => lineOf(track, files))
  return { fileName: fileNameOf(playlist.name), text: writeM3u(playlist.name, lines) }
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
