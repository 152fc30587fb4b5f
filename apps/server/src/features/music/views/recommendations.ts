import type { Recommendation, recommendMusic } from '@sharemyshows/contract/music'
import { placeOf, type Rule } from '@sharemyshows/mood/moods'
import { type Candidate, rank, wordsOf } from '@sharemyshows/mood/rank'
import type { z } from 'zod'
import type { Db } from '../../../platform/db/connect.ts'
import { rows } from '../../../platform/db/read.ts'
import { readTracks } from '../../../viewer/tracks-seen.ts'
import { listed } from '../policy.ts'
import { probesOf } from '../rules.ts'

export type Asked = z.output<typeof recommendMusic.query>
type Answer = z.output<(typeof recommendMusic.answers)[200]>

/** So many places are looked at, and so many tracks round each beyond those that are asked for. */
const PROBES = 4
const MORE = 20

/**
 * The nearest of hers to each of some places, by the index of places, and what she heard of them. As many more are looked at
 * as $5 names, which are left out. What was recorded at one show stands for one artist, as long as nobody says more.
 */
const nearest = `select e.track_id as id, e.place[0] as valence, e.place[1] as energy, e.tempo,
    coalesce(e.artist, t.artist, m.tags ->> 'artist', m.show_id::text) as artist,
    heard.plays, heard."lastPlayed", heard.finished, heard.skipped
  from (select distinct on (near.track_id) near.* from unnest($2::float8[], $3::float8[]) as probe (valence, energy)
      cross join lateral (select n.* from library_entries n
        where n.person_id = $1::uuid and n.place is not null and n.left_out_at is null
        order by n.place <-> point(probe.valence, probe.energy) limit $4 + cardinality($5::uuid[])) near) e
    join tracks t on t.id = e.track_id left join media m on m.id = t.media_id
    cross join lateral (
      select count(*)::int as plays, (extract(epoch from max(l.played_at)) * 1000)::float8 as "lastPlayed",
        (count(*) filter (where l.outcome = 'finished' and l.mood = $6))::int as finished,
        (count(*) filter (where l.outcome = 'skipped' and l.mood = $6))::int as skipped
      from listens l where l.track_id = e.track_id and l.person_id = e.person_id) heard
  where ${listed} and e.track_id <> all($5::uuid[])`

/** What to play next; `rule` is the person's for the mood asked for. */
export async function recommend(
  db: Db,
  personId: string,
  { mood, valence, energy, limit, exclude = [], seed = 0 }: Asked,
  rule: Rule | null,
): Promise<Answer> {
  const middle = rule === null ? { valence: 0.5, energy: 0.5 } : placeOf(rule)
  const place = { valence: valence ?? middle.valence, energy: energy ?? middle.energy }
  const probes = probesOf(place, rule, seed, PROBES)
  const candidates = await rows<Candidate>(db, nearest, [
    ...[personId, probes.map((probe) => probe.valence), probes.map((probe) => probe.energy)],
    ...[limit + MORE, exclude, mood ?? null],
  ])
  const ranked = rank(candidates, { place, rule, seed, now: Date.now(), limit })
  const tracks = await readTracks(
    db,
    personId,
    ranked.map(({ id }) => id),
  )
  const items = ranked.flatMap(({ id, fit, reasons }): Recommendation[] => {
    const track = tracks.get(id)
    if (track === undefined) return []
    const { name, artist: by, album, heard_live } = track
    const live =
      heard_live === null ? [] : [{ kind: 'live', year: Number(heard_live.show_date.slice(0, 4)) } as const]
    return [
      {
        track_id: id,
        spotify_track_id: track.spotify_track_id,
        ...{ name, artist: by, album },
        valence: track.features.valence,
        energy: track.features.energy,
        tempo: track.features.tempo,
        why: wordsOf(reasons.toSpliced(1, 0, ...live)),
        fit,
        track,
      },
    ]
  })
  return { mood: mood ?? null, place, chosen_from: candidates.length, items }
}
