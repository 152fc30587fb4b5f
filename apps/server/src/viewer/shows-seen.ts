import { seesMedium } from './rule.ts'

/*
 * Pieces of SQL for pages that stand for many shows. `seen` names rows of shows that the viewer sees, with `id`,
 * `show_date`, `starts_at`, `over` and `mine`.
 */

/** How many there are, how many are to come, and the viewer’s own nights (null when none is hers). */
export const nights = (seen: string): string => `
  select count(*)::int as shows, (count(*) filter (where not over))::int as upcoming,
    case when bool_or(mine) then json_build_object(
      'shows', count(*) filter (where mine and over),
      'first', min(show_date) filter (where mine and over),
      'last', max(show_date) filter (where mine and over),
      'next', min(show_date) filter (where mine and not over)) end as my
  from ${seen}`

const MOST_SHOWS = 24
const MOST_PHOTOS = 12
const PHOTOS_A_SHOW = 3

/** Some photos the viewer sees, as JSON: the latest shows' first, her own before others'. */
export const photosOf = (seen: string): string => `
  (select coalesce(json_agg(json_build_object('photo_id', photo.id, 'show_id', photo.show_id,
      'thumbnail', '/api/v1/photos/' || photo.id || '/thumbnail', 'preview', '/api/v1/photos/' || photo.id || '/preview',
      'display', '/api/v1/photos/' || photo.id || '/display',
      'placeholder', photo.placeholder, 'color', photo.color)
      order by photo.mine desc, photo.starts_at desc, photo.taken, photo.id), '[]')
    from (select latest.mine, latest.starts_at, x.*
      from (select id, mine, starts_at from ${seen} order by mine desc, starts_at desc limit ${MOST_SHOWS}) latest
      cross join lateral (
        select m.id, m.show_id, m.placeholder, m.color, coalesce(m.captured_at, m.created_at) as taken from media m
        where m.show_id = latest.id and m.kind = 'photo' and m.state = 'ready' and ${seesMedium('m')}
        order by taken, m.id limit ${PHOTOS_A_SHOW}) x
      order by latest.mine desc, latest.starts_at desc, x.taken, x.id limit ${MOST_PHOTOS}) photo)`

/** The point of a venue (alias `v`) as GeoJSON, or null. */
export const pointOf = (v: string): string =>
  `case when ${v}.latitude is not null then json_build_object('type', 'Point',
    'coordinates', json_build_array(${v}.longitude, ${v}.latitude)) end`
