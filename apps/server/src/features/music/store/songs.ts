import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/connect.ts'
import { newId } from '../../../platform/db/ids.ts'

/** A song as Spotify tells of it; `duration` in seconds, `addedAt` in RFC 3339. */
export type Song = {
  spotifyId: string
  title: string
  artist: string | null
  album: string | null
  duration: number | null
  artworkUrl: string | null
  addedAt?: string | null
}

/** How a song sounds, as a service knows it; from 0 to 1 but tempo in beats a minute and loudness in dB. */
export type Features = Record<
  | 'valence'
  | 'energy'
  | 'tempo'
  | 'danceability'
  | 'acousticness'
  | 'instrumentalness'
  | 'liveness'
  | 'speechiness'
  | 'loudness',
  number | null
>

/** A song whose features are to be asked for. */
export type AwaitedSong = { id: string; spotifyId: string; title: string; artist: string | null }

/** Adds songs to what a person has, those that are there stay as they are; gives how many are new to her. */
export async function addSongs(
  tx: Tx,
  personId: string,
  songs: readonly Song[],
  state: 'awaited' | 'unknown',
): Promise<number> {
  // each once, and in one order, so that two who fetch the same at once wait for each other in turn
  const distinct = [...new Map(songs.map((song) => [song.spotifyId, song])).values()].sort((a, b) =>
    a.spotifyId < b.spotifyId ? -1 : 1,
  )
  if (distinct.length === 0) return 0
  const column = <T>(of: (song: Song) => T) => distinct.map(of)
  const { numAffectedRows } = await sql`with given as (
      select * from unnest(${column(() => newId())}::uuid[], ${column((song) => song.spotifyId)}::text[],
        ${column((song) => song.title)}::text[], ${column((song) => song.artist)}::text[],
        ${column((song) => song.album)}::text[], ${column((song) => song.duration)}::float8[],
        ${column((song) => song.artworkUrl)}::text[], ${column((song) => song.addedAt ?? null)}::timestamptz[])
        as song (id, spotify_id, title, artist, album, duration, artwork_url, added_at)),
    kept as (
      insert into tracks (id, spotify_id, title, artist, album, duration, artwork_url, features_state)
        select id, spotify_id, title, artist, album, duration, artwork_url, ${state} from given
      on conflict (spotify_id) do update set title = excluded.title, artist = excluded.artist,
        album = excluded.album, duration = excluded.duration, artwork_url = excluded.artwork_url
      returning id, spotify_id, valence, energy, tempo)
    insert into library_entries (person_id, track_id, source, added_at, place, tempo)
      select ${personId}, kept.id, 'spotify', coalesce(given.added_at, now()),
        case when kept.valence is not null and kept.energy is not null then point(kept.valence, kept.energy) end,
        kept.tempo
      from kept join given using (spotify_id)
    on conflict do nothing`.execute(tx)
  return Number(numAffectedRows)
}

/** Takes at most so many of its songs away from a person, with what she heard of them; gives which. */
export async function removeSongs(tx: Tx, personId: string, atMost: number): Promise<string[]> {
  const { rows } = await sql<{ track_id: string }>`with gone as (
      delete from library_entries where (person_id, track_id) in (
        select person_id, track_id from library_entries where person_id = ${personId} and source = 'spotify'
        order by track_id limit ${atMost} for update)
      returning track_id),
    forgotten as (
      delete from listens l using gone where l.person_id = ${personId} and l.track_id = gone.track_id)
    select track_id from gone`.execute(tx)
  return rows.map(({ track_id }) => track_id)
}

/** Removes those of these songs that nobody has any more. */
export async function sweepSongs(tx: Tx, ids: readonly string[]): Promise<void> {
  // who adds one meanwhile holds its row, and is seen after the wait
  await sql`select from tracks where id = any(${ids}::uuid[]) order by id for update`.execute(tx)
  await sql`delete from tracks t where t.id = any(${ids}::uuid[]) and t.spotify_id is not null
    and not exists (select from library_entries e where e.track_id = t.id)`.execute(tx)
}

/** Songs whose features were asked for the longest ago, or never. */
export async function findAwaited(db: Db, most: number): Promise<AwaitedSong[]> {
  const { rows } = await sql<AwaitedSong>`select id, spotify_id as "spotifyId", title, artist from tracks
    where features_state = 'awaited' order by features_at nulls first, id limit ${most}`.execute(db)
  return rows
}

/** Keeps what a service knows of a song, in the library of everybody who has it; null where it knows nothing. */
export async function writeFeatures(tx: Tx, id: string, features: Features | null): Promise<void> {
  const known = features !== null && features.valence !== null && features.energy !== null
  await tx
    .updateTable('tracks')
    .set({
      ...features,
      features_state: known ? 'known' : 'unknown',
      features_source: features === null ? null : 'soundnet',
      features_at: sql<string>`now()`,
    })
    .where('id', '=', id)
    .where('spotify_id', 'is not', null)
    .execute()
  await sql`update library_entries e set tempo = t.tempo,
      place = case when t.valence is not null and t.energy is not null then point(t.valence, t.energy) end
    from tracks t where t.id = ${id} and t.spotify_id is not null and e.track_id = t.id`.execute(tx)
}

/** Has songs that were never asked for wait for it where there is somebody to ask, and else not. */
export async function awaitUnasked(db: Db, state: 'awaited' | 'unknown'): Promise<void> {
  await sql`update tracks set features_state = ${state}
    where spotify_id is not null and features_at is null and features_state <> ${state}`.execute(db)
}
