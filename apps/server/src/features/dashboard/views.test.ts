import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { upload } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays, logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

/** Where nights happen, far apart in the day and on both sides of the date line. */
const venues = [
  ['Sky Hall', 'Auckland', 'NZ', -36.85, 174.76],
  ['Lagoon', 'Honolulu', 'US', 21.31, -157.86],
  ['Paradiso', 'Amsterdam', 'NL', 52.362, 4.884],
  ['Melkweg', 'Amsterdam', 'NL', 52.365, 4.881],
  ['Bowery', 'New York', 'US', 40.72, -73.99],
  ['Harbour Barn', null, null, 54.6, -5.93],
] as const
const artists = ['Ada', 'Bea', 'Cid', 'Dot', 'Eve', 'Fay', 'Gus', 'Hal', 'Ivo']

type Venue = (typeof venues)[number]
/** A show as the test wrote it down itself. */
type Night = {
  id: string
  venue: Venue
  bill: string[]
  date: string
  startsAt: string
  songs: number
  photos: number
  comments: number
  withBo: boolean
  here: boolean
  cancelled: boolean
}

/** Numbers that look random and are the same in every run (mulberry32). */
function createDice(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const upTo = (most: number) => Math.floor(next() * (most + 1))
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length - 1)] as T
  return { upTo, pick, chance: (share: number) => next() < share }
}
type Dice = ReturnType<typeof createDice>

const today = () => new Date().toISOString().slice(0, 10)
const thisYear = Number(today().slice(0, 4))

/** A day with a fondness for the turn of the year; nothing within two days of now, which would change under the test. */
function someDay({ upTo, pick, chance }: Dice): string {
  if (chance(0.15)) return inDays(3 + upTo(500))
  if (chance(0.3)) return `${thisYear - 1 - upTo(3)}-${pick(['12-31', '01-01', '02-28'])}`
  return inDays(-3 - upTo(1500))
}

/** What the diary says by itself: shows, with what is in them. */
const diary = new Map<string, Night>()
let commentsLeft = 0

async function write(dice: Dice): Promise<void> {
  const venue = dice.pick(venues)
  const [name, city, country, latitude, longitude] = venue
  const bill = [...new Set([dice.pick(artists), dice.pick(artists), dice.pick(artists)])].slice(
    0,
    1 + dice.upTo(2),
  )
  const date = someDay(dice)
  const known = [...diary.values()].some(
    (night) => night.venue === venue && night.date === date && night.bill[0] === bill[0],
  )
  if (known) return
  const show = await logShow(ana, {
    artist_name: bill[0],
    support: bill.slice(1),
    venue_name: name,
    venue_city: city,
    venue_country: country,
    venue_latitude: latitude,
    venue_longitude: longitude,
    show_date: date,
    show_time: dice.pick(['23:30', '00:10', '20:00']),
  })
  const night = { id: show.id, venue, bill, date, startsAt: show.starts_at, here: false, cancelled: false }
  const songs = dice.upTo(2)
  for (let song = 1; song <= songs; song++)
    await ana.post(`/shows/${show.id}/setlist`, { song_name: `Song ${song}` })
  const photos = dice.chance(0.12) ? 2 : 0
  for (let photo = 0; photo < photos; photo++)
    expect((await upload(ana, { show_id: show.id })).status).toBe(201)
  const comments = dice.upTo(1)
  if (comments > 0) await ana.post('/comments', { show_id: show.id, content: 'Loud.' })
  const withBo = dice.chance(0.3)
  diary.set(show.id, { ...night, songs, photos, comments, withBo })
  if (withBo) await logShow(bo, sameAs(show))
}

/** The same concert as somebody else writes it down; her part must not count for Ana. */
const sameAs = (show: Record<string, unknown>) => ({
  artist_name: show.artist_name,
  venue_name: show.venue_name,
  venue_city: show.venue_city,
  venue_country: show.venue_country,
  venue_latitude: show.venue_latitude,
  venue_longitude: show.venue_longitude,
  show_date: show.show_date,
})

/** Moves, removes, cancels and checks in. */
async function change(dice: Dice, night: Night): Promise<void> {
  if (dice.chance(0.15)) {
    expect((await ana.delete(`/shows/${night.id}`)).status).toBe(204)
    diary.delete(night.id)
    // the show stays for Bo, and what was said under it
    if (night.withBo) commentsLeft += night.comments
    return
  }
  if (dice.chance(0.3)) {
    const date = someDay(dice)
    const { status, body } = await ana.patch(`/shows/${night.id}`, { show_date: date })
    expect([200, 409]).toContain(status)
    if (status === 200) Object.assign(night, { date, startsAt: body.starts_at })
  }
  if (dice.chance(0.1)) {
    await server.app.pool.query("update shows set status = 'cancelled' where id = $1", [night.id])
    night.cancelled = true
  } else if (dice.chance(0.2)) {
    expect((await ana.post(`/shows/${night.id}/checkin`)).status).toBe(200)
    night.here = true
  }
}

const counted = () => [...diary.values()].filter(({ cancelled }) => !cancelled)
const isUpcoming = (night: Night) => night.date > today() && !night.here
const been = () => counted().filter((night) => !isUpcoming(night))
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
const latest = (nights: Night[]) =>
  nights
    .map(({ date }) => date)
    .sort()
    .at(-1) ?? ''
const items = async (path: string) => {
  const { status, body } = await ana.get(`/dashboard/${path}`)
  expect([path, status]).toEqual([path, 200])
  return body.items
}

/** Most first, then the latest, then by name. */
const ranked = (groups: Iterable<[string, Night[]]>) =>
  [...groups]
    .map(([name, nights]) => ({ name, count: nights.length, last: latest(nights) }))
    .sort((a, b) => b.count - a.count || b.last.localeCompare(a.last) || a.name.localeCompare(b.name))

async function compareAll(): Promise<void> {
  const nights = been()
  const places = new Set(nights.map(({ venue }) => venue))
  const all = [...diary.values()]
  expect((await ana.get('/dashboard/stats')).body).toEqual({
    shows: nights.length,
    artists: new Set(nights.flatMap(({ bill }) => bill)).size,
    venues: places.size,
    cities: new Set([...places].flatMap(([, city]) => city ?? [])).size,
    countries: new Set([...places].flatMap(([, , country]) => country ?? [])).size,
    songs: sum(nights.map(({ songs }) => songs)),
    photos: sum(all.map(({ photos }) => photos)),
    audio: 0,
    videos: 0,
    comments: commentsLeft + sum(all.map(({ comments }) => comments)),
    friends: 0,
  })

  const byYear = Map.groupBy(counted(), ({ date }) => Number(date.slice(0, 4)))
  const count = {
    total: counted().length,
    upcoming: counted().filter(isUpcoming).length,
    this_year: byYear.get(thisYear)?.length ?? 0,
    by_year: [...byYear]
      .sort(([a], [b]) => b - a)
      .map(([year, found]) => ({ year, shows: found.length, upcoming: found.filter(isUpcoming).length })),
  }
  expect((await ana.get('/dashboard/shows/count')).body).toEqual(count)
  expect((await ana.get('/shows/count')).body).toEqual(count)

  const rooms = ranked(Map.groupBy(nights, ({ venue }) => venue[0]))
  for (const path of ['top-venues?limit=100', 'venues?limit=100', 'places'])
    expect(
      (await items(path)).map(({ name, visit_count, last_visit }: Record<string, unknown>) => ({
        name,
        count: visit_count,
        last: last_visit,
      })),
    ).toEqual(rooms)
  const acts = ranked(
    artists.map((name): [string, Night[]] => [name, nights.filter(({ bill }) => bill.includes(name))]),
  ).filter((act) => act.count > 0)
  for (const path of ['top-artists?limit=100', 'artists?limit=100'])
    expect(
      (await items(path)).map(({ name, show_count, last_seen }: Record<string, unknown>) => ({
        name,
        count: show_count,
        last: last_seen,
      })),
    ).toEqual(acts)

  const newest = nights.toSorted((a, b) => b.startsAt.localeCompare(a.startsAt) || (a.id < b.id ? 1 : -1))
  expect((await items('recent?limit=100')).map(({ id }: Night) => id)).toEqual(
    newest.slice(0, 100).map(({ id }) => id),
  )

  for (const year of byYear.keys()) {
    const days = Map.groupBy(byYear.get(year) ?? [], ({ date }) => date)
    const calendar: { date: string; shows: { id: string; upcoming: boolean }[] }[] = await items(
      `calendar?year=${year}`,
    )
    expect(calendar.map(({ date }) => date)).toEqual([...days.keys()].sort())
    for (const { date, shows } of calendar) {
      const expected = (days.get(date) ?? []).map((night) => [night.id, isUpcoming(night)])
      expect(shows.map(({ id, upcoming }) => [id, upcoming]).sort()).toEqual(expected.sort())
    }
  }

  const months: { month: string; shows: number }[] = await items('months?months=120')
  expect(months.length).toBe(120)
  for (const { month, shows } of months)
    expect([month, shows]).toEqual([month, nights.filter(({ date }) => date.startsWith(month)).length])

  for (const day of ['12-31', '01-01', '02-28']) {
    const found: { id: string }[] = await items(`on-this-day?date=${thisYear}-${day}`)
    const expected = nights.filter(({ date }) => date.endsWith(day) && date < `${thisYear}-${day}`)
    expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort())
  }
}

describe('a random diary', () => {
  const dice = createDice(20_261_121)

  it('adds up to what a hand count gives', async () => {
    for (let show = 0; show < 70; show++) await write(dice)
    await compareAll()
  })

  it('still does after deletes, moves, cancellations and check-ins', async () => {
    for (const night of [...diary.values()]) await change(dice, night)
    await compareAll()
  })

  it('is seen by nobody else’s counts', async () => {
    const { body } = await bo.get('/dashboard/stats')
    expect([body.photos, body.comments]).toEqual([0, 0])
    expect(body.shows).toBeLessThan(been().length)
  })
})

describe('the turn of the year', () => {
  it('is that of the venue, wherever it falls in UTC', async () => {
    const [cleo] = await server.people('cleo')
    const late = { venue_name: 'Lagoon', venue_city: 'Honolulu', venue_country: 'US', artist_name: 'Late' }
    const early = {
      venue_name: 'Sky Hall',
      venue_city: 'Auckland',
      venue_country: 'NZ',
      artist_name: 'Early',
    }
    const point = (latitude: number, longitude: number) => ({
      venue_latitude: latitude,
      venue_longitude: longitude,
    })
    const old = await logShow(cleo, {
      ...late,
      ...point(21.31, -157.86),
      show_date: '2018-12-31',
      show_time: '23:30',
    })
    const young = await logShow(cleo, {
      ...early,
      ...point(-36.85, 174.76),
      show_date: '2019-01-01',
      show_time: '00:10',
    })
    expect([old.starts_at > '2019', young.starts_at < '2019']).toEqual([true, true])
    expect((await cleo.get('/dashboard/shows/count')).body.by_year).toEqual([
      { year: 2019, shows: 1, upcoming: 0 },
      { year: 2018, shows: 1, upcoming: 0 },
    ])
    const days = async (query: string) =>
      (await cleo.get(`/dashboard/calendar?${query}`)).body.items.map(({ date }: Night) => date)
    expect(await days('year=2018')).toEqual(['2018-12-31'])
    expect(await days('year=2019&month=1')).toEqual(['2019-01-01'])
    expect(await days('from=2018-12-31&to=2019-01-01')).toEqual(['2018-12-31', '2019-01-01'])
    expect(await days('from=2019-01-02&to=2019-12-31')).toEqual([])
  })

  it('and "today" go by the person’s own zone', async () => {
    const [dee] = await server.people('dee')
    const dateIn = (zone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date())
    // never on the same day: 25 hours apart
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const day = dateIn(zone)
      // four years back, so that there is a 29 February whenever today is one
      const { id } = await logShow(dee, {
        artist_name: 'Ada',
        show_date: `${Number(day.slice(0, 4)) - 4}${day.slice(4)}`,
      })
      expect((await dee.patch('/users/me', { time_zone: zone })).status).toBe(200)
      const { body } = await dee.get('/dashboard/on-this-day')
      expect(body.items.map((show: Night) => show.id)).toEqual([id])
      const months = (await dee.get('/dashboard/months?months=1')).body.items
      expect(months).toEqual([{ month: dateIn(zone).slice(0, 7), shows: 0 }])
    }
  })
})
