import pg from 'pg'
import type { World } from './world.ts'

const SHOWS = 10_000

/** The person all requests are made as: her id for the ceiling, her token for us. */
export type Actor = { id: string; token: string }
let actor: Actor | undefined

export function me(): Actor {
  if (actor === undefined) throw new Error('populate first')
  return actor
}

/**
 * 10,000 shows of 400 artists at 150 venues over 12 years, a third of them with songs, all in one person's diary and
 * 3,000 in another's, too. Written as SQL because making them is not what is measured.
 */
export async function populate(world: World): Promise<void> {
  actor = await register(world.ours.url, 'bench')
  const other = await register(world.ours.url, 'other')
  const client = new pg.Client(world.databaseUrl)
  await client.connect()
  await client.query(`
    insert into artists (id, name) select gen_random_uuid(), 'Artist number ' || n from generate_series(1, 400) n;
    insert into venues (id, name, city, country, latitude, longitude, time_zone)
      select gen_random_uuid(), 'Venue number ' || n, 'City ' || n % 40, 'NL', 50 + n % 100 / 25.0, 3 + n % 90 / 20.0,
        'Europe/Amsterdam' from generate_series(1, 150) n;
    create temporary table a as select id, row_number() over () - 1 as n from artists;
    create temporary table v as select id, row_number() over () - 1 as n from venues;
    insert into shows (id, venue_id, headliner_id, show_date, show_time, starts_at, time_zone)
      select gen_random_uuid(), v.id, a.id, day, time '20:00', (day + time '20:00') at time zone 'Europe/Amsterdam',
        'Europe/Amsterdam'
      from generate_series(0, ${SHOWS - 1}) i
      join a on a.n = i % 400 join v on v.n = i * 7 % 150
      cross join lateral (select date '2014-01-01' + i * 4400 / ${SHOWS}) d (day);
    insert into performances (id, show_id, artist_id, position)
      select gen_random_uuid(), id, headliner_id, 1 from shows;
    insert into setlist_songs (id, show_id, position, song_name)
      select gen_random_uuid(), s.id, n, 'Song ' || n from (select id from shows order by id limit ${SHOWS / 3}) s,
        generate_series(1, 14) n`)
  await client.query(
    `insert into attendances (id, show_id, person_id, state, audience, starts_at)
      select gen_random_uuid(), id, $1, 'attended', 'public', starts_at from shows`,
    [actor.id],
  )
  await client.query(
    `insert into attendances (id, show_id, person_id, state, audience, starts_at)
      select gen_random_uuid(), id, $1, 'attended', 'public', starts_at from shows order by id limit 3000`,
    [other.id],
  )
  await client.query('vacuum analyze')
  await client.end()
}

async function register(url: string, username: string): Promise<Actor> {
  const response = await fetch(`${url}/api/v1/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, email: `${username}@example.org`, password: 'a benchmark of its own' }),
  })
  const body = (await response.json()) as { access_token: string; user: { id: string } }
  return { id: body.user.id, token: body.access_token }
}
