import { isPlayable } from '../../viewer/tracks.ts'

/** An entry (alias `e`) of the library of $1, what it is of (`t`, and of a recording `m`), and where that was recorded (`s`, `h`). */
export const entries = `library_entries e join tracks t on t.id = e.track_id
  left join media m on m.id = t.media_id left join analyses a on a.media_id = m.id
  left join shows s on s.id = m.show_id left join artists h on h.id = s.headliner_id`

/** Hers, and there. */
export const mine = `e.person_id = $1::uuid and ${isPlayable('t', 'm')}`

/** One of what she has twice, and did not take out; the other is there when this one goes. */
export const listed = `${mine} and e.left_out_at is null
  and not exists (select from media twin where twin.owner_id = m.owner_id and twin.sha256 = m.sha256
    and twin.kind = 'audio' and twin.id < m.id and twin.deleted_at is null and twin.state <> 'failed')`

/** An upload that is of a show is from there. */
export const source = `case when e.source = 'upload' and m.show_id is not null then 'show' else e.source end`

/** Whether it is known how it sounds, or will be. */
export const state = `case when t.features_state = 'known' then 'known'
  when t.media_id is null then t.features_state
  when m.state = 'processing' or coalesce(a.state, 'queued') in ('queued', 'running') then 'awaited'
  else 'unknown' end`
