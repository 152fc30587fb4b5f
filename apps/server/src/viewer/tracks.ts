/**
 * SQL: true for a track (alias `t`, its recording `m` or none) that is there to be played: a recording that was deleted
 * comes back when it is restored, one that cannot be prepared when it can.
 */
export const isPlayable = (t: string, m: string): string =>
  `(${t}.media_id is null or ${m}.deleted_at is null and ${m}.state <> 'failed')`

/*
 * SQL: what a track (`t`, of a recording `m` whose show's headliner is `h`) is called in somebody's library (`e`): what she
 * calls it, else what is known where it comes from, else what its file or its show says.
 */
export const trackName = `coalesce(e.title, t.title, nullif(m.tags ->> 'title', ''), m.caption,
  nullif(regexp_replace(m.file_name, '\\.[^.]{1,8}$', ''), ''), 'Untitled')`
export const trackArtist = `coalesce(e.artist, t.artist, nullif(m.tags ->> 'artist', ''), h.name)`
export const trackAlbum = `coalesce(e.album, t.album, nullif(m.tags ->> 'album', ''))`
