/**
 * SQL: true for a track (alias `t`, its recording `m` or none) that is there to be played: a recording that was deleted
 * comes back when it is restored, one that cannot be prepared when it can.
 */
export const isPlayable = (t: string, m: string): string =>
  `(${t}.media_id is null or ${m}.deleted_at is null and ${m}.state <> 'failed')`
