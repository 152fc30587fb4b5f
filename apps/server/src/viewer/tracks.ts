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

/** An entry (alias `e`) of the library of $1, what it is of (`t`, and of a recording `m`), and where that was recorded (`s`, `h`). */
export const libraryEntries = `library_entries e join tracks t on t.id = e.track_id
  left join media m on m.id = t.media_id left join analyses a on a.media_id = m.id
  left join shows s on s.id = m.show_id left join artists h on h.id = s.headliner_id`

/** Hers, and there. */
export const hasTrack = `e.person_id = $1::uuid and ${isPlayable('t', 'm')}`

/** An upload that is of a show is from there. */
export const trackSource = `case when e.source = 'upload' and m.show_id is not null then 'show' else e.source end`

/** Whether it is known how it sounds, or will be. */
export const trackState = `case when t.features_state = 'known' then 'known'
  when t.media_id is null then t.features_state
  when m.state = 'processing' or coalesce(a.state, 'queued') in ('queued', 'running') then 'awaited'
  else 'unknown' end`
