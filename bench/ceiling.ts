/**
 * The ceiling: bare Fastify and pg in one process, no accounts, no validation, no viewer rule, running the best SQL we
 * can write by hand for the same answers on the same database. What our product adds is measured against it.
 */
import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 })
const app = Fastify()

const columns = `
  s.id, s.title, s.show_date::text as show_date, s.show_time::text as show_time, s.starts_at, s.time_zone, s.status,
  s.created_at, s.updated_at, a.id as artist_id, a.name as artist_name, a.mbid, v.id as venue_id, v.name as venue_name,
  v.address, v.city, v.state, v.country, v.latitude, v.longitude, v.time_zone as venue_zone,
  m.id as attendance_id, m.rsvp, m.state as attendance_state, m.method, m.arrived_at, m.left_at, m.notes, m.rating,
  m.audience, m.created_at as attended_at, m.updated_at as attendance_updated_at,
  (select json_agg(json_build_object('id', p.id, 'position', p.position,
    'artist', json_build_object('id', pa.id, 'name', pa.name, 'mbid', pa.mbid)) order by p.position)
    from performances p join artists pa on pa.id = p.artist_id where p.show_id = s.id) as lineup,
  c.id as cover_id, c.placeholder, c.color,
  (select count(*)::int from media x where x.show_id = s.id and x.kind = 'photo') as photos,
  (select count(*)::int from media x where x.show_id = s.id and x.kind = 'audio') as audio,
  (select count(*)::int from media x where x.show_id = s.id and x.kind = 'video') as videos,
  (select count(*)::int from setlist_songs x where x.show_id = s.id) as songs,
  (select count(*)::int from attendances x where x.show_id = s.id) as attendees`
const joined = `
  join artists a on a.id = s.headliner_id join venues v on v.id = s.venue_id
  left join attendances m on m.show_id = s.id and m.person_id = $1
  left join lateral (select x.id, x.placeholder, x.color from media x where x.show_id = s.id and x.kind = 'photo'
    and x.state = 'ready' order by coalesce(x.captured_at, x.created_at), x.id limit 1) c on true`

// biome-ignore lint/suspicious/noExplicitAny: rows of the ceiling are not worth types
function shape(r: any) {
  const artist = { id: r.artist_id, name: r.artist_name, mbid: r.mbid }
  return {
    id: r.id,
    title: r.title,
    artist_name: r.artist_name,
    venue_name: r.venue_name,
    venue_address: r.address,
    venue_city: r.city,
    venue_state: r.state,
    venue_country: r.country,
    venue_latitude: r.latitude,
    venue_longitude: r.longitude,
    show_date: r.show_date,
    show_time: r.show_time?.slice(0, 5) ?? null,
    starts_at: r.starts_at,
    time_zone: r.time_zone,
    status: r.status,
    notes: r.notes,
    is_public: r.audience === 'public',
    artist,
    venue: {
      id: r.venue_id,
      name: r.venue_name,
      address: r.address,
      city: r.city,
      state: r.state,
      country: r.country,
      point: r.latitude === null ? null : { type: 'Point', coordinates: [r.longitude, r.latitude] },
      time_zone: r.venue_zone,
    },
    lineup: r.lineup,
    cover: r.cover_id && {
      photo_id: r.cover_id,
      thumbnail: `/api/v1/photos/${r.cover_id}/thumbnail`,
      display: `/api/v1/photos/${r.cover_id}/display`,
      placeholder: r.placeholder,
      color: r.color,
    },
    my_attendance: r.attendance_id && {
      id: r.attendance_id,
      rsvp: r.rsvp,
      state: r.attendance_state,
      method: r.method,
      arrived_at: r.arrived_at,
      left_at: r.left_at,
      notes: r.notes,
      rating: r.rating,
      audience: r.audience,
      created_at: r.attended_at,
      updated_at: r.attendance_updated_at,
    },
    counts: {
      photos: r.photos,
      audio: r.audio,
      videos: r.videos,
      comments: 0,
      songs: r.songs,
      attendees: r.attendees,
    },
    created_at: r.created_at,
    updated_at: r.updated_at,
  }
}

const list = {
  name: 'list',
  text: `select ${columns} from shows s ${joined} order by s.starts_at desc, s.id desc limit 20`,
}
app.get<{ Querystring: { me: string } }>('/shows', async (request) => {
  const { rows } = await pool.query({ ...list, values: [request.query.me] })
  return { items: rows.map(shape), next_cursor: rows.at(-1)?.id ?? null }
})

const one = { name: 'one', text: `select ${columns} from shows s ${joined} where s.id = $2` }
app.get<{ Params: { id: string }; Querystring: { me: string } }>('/shows/:id', async (request) => {
  const { rows } = await pool.query({ ...one, values: [request.query.me, request.params.id] })
  return shape(rows[0])
})

// who knows the data and the words beforehand needs no more than the index of words
const shows = {
  name: 'shows',
  text: `select ${columns} from (select id from shows where words like $2 and words like $3 and words like $4
    order by starts_at desc, id desc limit 20) found join shows s on s.id = found.id ${joined}
    order by s.starts_at desc, s.id desc`,
}
const patterns = (q: string) => q.split(' ').map((word) => (word.length > 2 ? `%${word}%` : `% ${word}%`))
app.get<{ Querystring: { me: string; q: string } }>('/shows/search', async (request) => {
  const { me, q } = request.query
  const { rows } = await pool.query({ ...shows, values: [me, ...patterns(q)] })
  return { items: rows.map(shape), next_cursor: rows.at(-1)?.id ?? null }
})

const nearest = `order by name_key = $2 desc, name_key like $2 || '%' desc, name_key like '% ' || $2 || '%' desc,
  length(name_key), name_key limit 6`
const everything = {
  name: 'everything',
  text: `select
    (select coalesce(json_agg(x), '[]') from (select s.id, s.title, a.name as artist_name, s.show_date,
        v.name as venue_name, v.city as venue_city, v.country as venue_country, m.id is not null as mine
      from (select * from shows where words like $3 and words like $4 order by starts_at desc, id desc limit 6) s
        join artists a on a.id = s.headliner_id join venues v on v.id = s.venue_id
        left join attendances m on m.show_id = s.id and m.person_id = $1
      order by s.starts_at desc, s.id desc) x) as shows,
    (select coalesce(json_agg(x), '[]') from (select id, name, (select count(*) from (select from performances p
        where p.artist_id = f.id limit 20) c) as shows
      from (select id, name, name_key from artists where ' ' || name_key like $3 and ' ' || name_key like $4 ${nearest}) f) x) as artists,
    (select coalesce(json_agg(x), '[]') from (select id, name, city, country, (select count(*) from (select from shows s
        where s.venue_id = f.id limit 20) c) as shows
      from (select id, name, city, country, name_key from venues
        where ' ' || place_key like $3 and ' ' || place_key like $4 ${nearest}) f) x) as venues,
    (select coalesce(json_agg(x), '[]') from (select min(v.city) as name, v.country, count(*) as shows
      from venues v join shows s on s.venue_id = v.id
      where ' ' || v.city_key like $3 and ' ' || v.city_key like $4 group by v.city_key, v.country limit 6) x) as cities,
    (select coalesce(json_agg(x), '[]') from (select id, username, display_name from users
      where words like $3 and words like $4 limit 6) x) as people,
    (select coalesce(json_agg(x), '[]') from (select min(q.song_name) as song_name,
        coalesce(q.artist_name, a.name) as artist_name, count(*) as shows
      from setlist_songs q join shows s on s.id = q.show_id join artists a on a.id = s.headliner_id
      where q.song_key like $3 and ' ' || q.song_key like $4 group by q.song_key, 2 limit 6) x) as songs`,
}
app.get<{ Querystring: { me: string; q: string } }>('/search', async (request) => {
  const { me, q } = request.query
  const { rows } = await pool.query({ ...everything, values: [me, q, ...patterns(q)] })
  const groups = Object.entries(rows[0] as Record<string, { id: string }[]>).map(([kind, items]) => [
    kind,
    { items: items.slice(0, 5), next_cursor: items.length > 5 ? '5' : null },
  ])
  return { similar: false, ...Object.fromEntries(groups) }
})

// one statement and so one transaction: find or make artist and venue, then the show with its bill and my attendance
const create = {
  name: 'create',
  text: `with known_artist as (select id from artists where name_key = fold($2)),
    new_artist as (insert into artists (id, name) select gen_random_uuid(), $2
      where not exists (select 1 from known_artist) returning id),
    artist as (select id from known_artist union all select id from new_artist),
    known_venue as (select id, time_zone from venues where place_key = fold($3) || '|' || fold($4) || '|' || fold($5)),
    new_venue as (insert into venues (id, name, city, country, time_zone)
      select gen_random_uuid(), $3, $4, $5, 'Europe/Amsterdam'
      where not exists (select 1 from known_venue) returning id, time_zone),
    venue as (select * from known_venue union all select * from new_venue),
    made as (insert into shows (id, venue_id, headliner_id, show_date, starts_at, time_zone, created_by)
      select $6, venue.id, artist.id, $7::date, $7::date + time '19:00', venue.time_zone, $1::uuid
      from artist, venue returning *),
    bill as (insert into performances (id, show_id, artist_id, position)
      select $8, made.id, made.headliner_id, 1 from made),
    mine as (insert into attendances (id, show_id, person_id, state, audience, starts_at)
      select $9, made.id, $1::uuid, 'attended', 'public', made.starts_at from made returning *)
  select made.id, made.show_date::text, made.starts_at, made.time_zone, made.headliner_id, made.venue_id,
    made.created_at, made.updated_at from made`,
}
type Body = {
  artist_name: string
  venue_name: string
  venue_city: string
  venue_country: string
  show_date: string
}
app.post<{ Body: Body; Querystring: { me: string } }>('/shows', async (request, reply) => {
  const { artist_name, venue_name, venue_city, venue_country, show_date } = request.body
  const [show, bill, mine] = [randomUUID(), randomUUID(), randomUUID()]
  const values = [
    request.query.me,
    artist_name,
    venue_name,
    venue_city,
    venue_country,
    show,
    show_date,
    bill,
    mine,
  ]
  // the trigger needs the show to be there, which within one statement it is not
  const client = await pool.connect()
  try {
    const { rows } = await client.query({ ...create, values })
    return reply.code(201).send(shape({ ...rows[0], artist_name, venue_name, city: venue_city, lineup: [] }))
  } finally {
    client.release()
  }
})

// the lock first, then what it guards, then one row; and no more
const seats = {
  name: 'seats',
  text: `select s.capacity > (select count(*) from attendances a where a.show_id = s.id and a.rsvp = 'going') as free
    from shows s where s.id = $1`,
}
const sit = {
  name: 'sit',
  text: `insert into attendances (id, show_id, person_id, rsvp, state, audience, starts_at)
    select $3, s.id, $2, 'going', 'going', 'public', s.starts_at from shows s where s.id = $1`,
}
const wait = {
  name: 'wait',
  text: `insert into rsvps (show_id, person_id, status, audience) values ($1, $2, 'waitlist', 'public')
    returning (select count(*) + 1 from rsvps r where r.show_id = $1 and r.status = 'waitlist') as position`,
}
app.post<{ Params: { id: string }; Querystring: { me: string } }>('/events/:id/rsvp', async (request) => {
  const values = [request.params.id, request.query.me]
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query({
      name: 'lock',
      text: 'select from shows where id = $1 for no key update',
      values: values.slice(0, 1),
    })
    const { rows } = await client.query({ ...seats, values: values.slice(0, 1) })
    const written = await client.query(
      rows[0].free ? { ...sit, values: [...values, randomUUID()] } : { ...wait, values },
    )
    await client.query('commit')
    const [line] = written.rows
    return line
      ? { status: 'waitlist', position: Number(line.position) }
      : { status: 'going', position: null }
  } finally {
    client.release()
  }
})

await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT) })
console.log('the ceiling is ready')
