import type { ImportRow } from '@sharemyshows/contract/imports'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { confirmed, sendImport, settled } from '../../../test/imports.ts'
import { allJobsDone } from '../../../test/mail.ts'
import { addPhoto, keptFiles } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays, logShow } from '../../../test/shows.ts'
import { transact } from '../../platform/db/transact.ts'
import { expire } from './store/imports.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const mine = async (who: Client) => (await who.get('/shows/count')).body.total
const sql = async (text: string) => (await server.app.pool.query(text)).rows

/** Nights of 40 artists at 25 venues from 2008 to 2022, and a count of them by hand; a journey has five hundred. */
const NIGHTS = 150
function manyNights() {
  const lines = ['Date,Artist,Venue,City,Country,Rating,Notes']
  const counted = {
    artists: new Map<string, number>(),
    venues: new Map<string, number>(),
    years: new Map<number, number>(),
  }
  const add = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (let n = 0; n < NIGHTS; n++) {
    const year = 2008 + (n % 15)
    const day = new Date(Date.UTC(year, 0, 1 + Math.floor(n / 15) * 10)).toISOString().slice(0, 10)
    const [artist, venue] = [`Artist ${n % 40}`, `Venue ${n % 25}`]
    lines.push(`${day},${artist},${venue},Town ${n % 25},NL,${(n % 5) + 1},"Night ${n}, of many"`)
    add(counted.artists, artist)
    add(counted.venues, venue)
    add(counted.years, year)
  }
  return { text: lines.join('\n'), counted }
}

/** All that an import could have left anywhere, but what it says of itself. */
async function everything() {
  const names = [
    'shows',
    'performances',
    'attendances',
    'artists',
    'venues',
    'setlist_songs',
    'revisions',
    'activities',
  ]
  const counts = await Promise.all(
    [...names, 'notifications', 'media', 'comments'].map(async (name) => [
      name,
      await sql(`select * from ${name} order by 1`),
    ]),
  )
  return Object.fromEntries(counts)
}

describe('a life of concerts', () => {
  it('comes in as it was counted, twice is once, and goes again as if it had never been', async () => {
    const [ana, bo] = await server.people('ana', 'bo')
    await bo.post(`/users/${ana.id}/follow`)
    await logShow(bo, { artist_name: 'Artist 0', venue_name: 'Elsewhere' })
    const own = await logShow(ana, {
      artist_name: 'Own',
      venue_name: 'Venue 1',
      venue_city: 'Town 1',
      venue_country: 'NL',
    })
    const before = await everything()
    const { text, counted } = manyNights()
    const { body: read } = await sendImport(ana, 'csv', text)
    expect(read).toMatchObject({ state: 'preview', rows: { total: NIGHTS, ok: NIGHTS }, problems: [] })
    const done = await confirmed(ana, read.id)
    expect(done).toMatchObject({
      state: 'done',
      progress: 1,
      outcomes: { added: NIGHTS, present: 0, failed: 0 },
    })

    const stats = (await ana.get('/dashboard/stats')).body
    expect(stats).toMatchObject({
      shows: NIGHTS + 1,
      artists: counted.artists.size + 1,
      venues: counted.venues.size,
    })
    const { body: count } = await ana.get('/shows/count')
    const years = Object.fromEntries(
      count.by_year.map(({ year, shows }: { year: number; shows: number }) => [year, shows]),
    )
    expect(years).toEqual({ ...Object.fromEntries(counted.years), 2019: (counted.years.get(2019) ?? 0) + 1 })
    const { body: top } = await ana.get('/dashboard/top-artists?limit=100')
    for (const { name, show_count } of top.items)
      expect(show_count).toBe(name === 'Own' ? 1 : counted.artists.get(name))
    expect(
      (await ana.get('/shows/search?scope=mine&artist=Artist+7&limit=100')).body.items.length,
    ).toBeGreaterThan(0)
    // it is nobody's news
    expect(
      (await bo.get('/feed')).body.items.filter(
        (item: { actor: { id: string } }) => item.actor.id === ana.id,
      ),
    ).toHaveLength(1)

    const { body: again } = await sendImport(ana, 'csv', text)
    expect(again.rows).toEqual({ total: NIGHTS, ok: 0, doubtful: 0, duplicate: NIGHTS, bad: 0 })
    expect(await confirmed(ana, again.id)).toMatchObject({
      outcomes: { added: 0, present: NIGHTS },
      undoable: false,
    })
    expect((await ana.post(`/imports/${again.id}/undo`)).body.code).toBe('import_not_undoable')
    expect(await mine(ana)).toBe(NIGHTS + 1)

    expect((await ana.post(`/imports/${read.id}/undo`)).body).toMatchObject({
      state: 'running',
      phase: 'undoing',
    })
    expect(await settled(ana, read.id)).toMatchObject({
      state: 'undone',
      outcomes: { added: 0, undone: NIGHTS, kept: 0 },
    })
    expect(await everything()).toEqual(before)
    expect((await ana.get('/shows?scope=mine')).body.items).toMatchObject([{ id: own.id }])
    await allJobsDone(server)
    expect((await keptFiles(server)).filter((name) => name.startsWith('imports'))).toEqual([])
  }, 120_000)

  it('of two people meets, though they come at once, and twice at once is once', async () => {
    const [cai, dee] = await server.people('cai', 'dee')
    const text = manyNights()
      .text.split('\n')
      .slice(0, 31)
      .join('\n')
      .replaceAll(',Artist ', ',Pair ')
      .replaceAll(',Venue ', ',Place ')
    const sent = await Promise.all([cai, cai, dee].map((who) => sendImport(who, 'csv', text)))
    const [one, two, three] = sent.map(({ body }) => body.id)
    const first = await Promise.all([
      cai.post(`/imports/${one}/confirm`),
      cai.post(`/imports/${two}/confirm`),
      dee.post(`/imports/${three}/confirm`),
    ])
    const codes = first.map(({ status, body }) => body.code ?? status).slice(0, 2)
    expect(codes.toSorted()).toEqual([200, 'import_under_way'])
    await settled(cai, one)
    await settled(cai, two)
    const late = codes[0] === 200 ? two : one
    expect(await confirmed(cai, late)).toMatchObject({ outcomes: { added: 0, present: 30 } })
    await settled(dee, three)
    expect([await mine(cai), await mine(dee)]).toEqual([30, 30])
    const [{ n }] = await sql(
      `select count(*)::int as n from shows s join artists a on a.id = s.headliner_id where a.name like 'Pair%'`,
    )
    expect(n).toBe(30)
  }, 60_000)
})

describe('what is there already', () => {
  it('is told as far as I may see it, and stays as it was', async () => {
    const [eva, fay, gus] = await server.people('eva', 'fay', 'gus')
    const night = { venue_name: 'Vera', venue_city: 'Groningen', show_date: '2018-02-03' }
    const held = await logShow(eva, { ...night, artist_name: 'Low', notes: 'Quiet', rating: 3 })
    await logShow(eva, { ...night, artist_name: 'Mono', venue_name: 'Oosterpoort', show_date: '2018-02-04' })
    await logShow(eva, { ...night, artist_name: 'Godspeed You Black Emperor', show_date: '2018-02-05' })
    const open = await logShow(fay, { ...night, artist_name: 'Swans' })
    await logShow(gus, { ...night, artist_name: 'Secret', is_public: false })
    const text = `artist,venue,city,date,notes,time,title
LOW,vera,Groningen,2018-02-03,Loud,21:00,Late
Mono,Vera,Groningen,2018-02-04,,,
Godspeed You! Black Emperor,Vera,Groningen,2018-02-05,,,
Swans,Vera,Groningen,2018-02-03,,21:00,Late
Secret,Vera,Groningen,2018-02-03,,,
swans,VERA,,2018-02-03,,,
`
    const { body } = await sendImport(eva, 'csv', text)
    const { body: rows } = await eva.get(`/imports/${body.id}/rows`)
    const brief = rows.items.map(({ row, verdict, match, problems }: ImportRow) => [
      row,
      verdict,
      match && [match.mine, match.row],
      problems.length,
    ])
    expect(brief).toEqual([
      [2, 'duplicate', [true, null], 0],
      [3, 'doubtful', [true, null], 1],
      [4, 'doubtful', [true, null], 1],
      [5, 'ok', [false, null], 0],
      [6, 'ok', null, 0],
      [7, 'duplicate', [false, 5], 0],
    ])
    expect((await eva.get(`/imports/${body.id}/rows?verdict=doubtful`)).body.items).toHaveLength(2)
    const done = await confirmed(eva, body.id, { decisions: { 3: 'match', 4: 'skip' }, audience: 'friends' })
    expect(done.outcomes).toMatchObject({ added: 2, present: 2, skipped: 2, failed: 0 })
    expect((await eva.get(`/shows/${held.id}`)).body).toMatchObject({
      notes: 'Quiet',
      my_attendance: { rating: 3 },
      show_time: null,
      title: null,
    })
    expect((await eva.get(`/shows/${open.id}`)).body).toMatchObject({
      show_time: null,
      title: null,
      my_attendance: { method: 'import', audience: 'friends' },
    })
    expect((await fay.get(`/shows/${open.id}`)).body.counts.attendees).toBe(1)
  })
})

describe('an import that is stopped or taken back', () => {
  it('keeps what has become more than it brought', async () => {
    const [hal] = await server.people('hal')
    const days = ['01', '02', '03', '04', '05', '06'].map((day) => `Kept ${day},The Hall,2017-06-${day},note`)
    const { body } = await sendImport(hal, 'csv', `artist,venue,date,notes\n${days.join('\n')}\n`)
    await confirmed(hal, body.id)
    const { body: rows } = await hal.get(`/imports/${body.id}/rows?outcome=added`)
    const [photo, comment, note, song, gone] = rows.items.map(({ show_id }: ImportRow) => show_id)
    await addPhoto(hal, { show_id: photo })
    await hal.post('/comments', { show_id: comment, content: 'What a night' })
    await hal.patch(`/shows/${note}`, { notes: 'Better than I thought' })
    await hal.post(`/shows/${song}/setlist`, { song_name: 'One' })
    await hal.delete(`/shows/${gone}`)
    await hal.post(`/imports/${body.id}/undo`)
    expect((await settled(hal, body.id)).outcomes).toMatchObject({ added: 0, undone: 2, kept: 4 })
    expect(await mine(hal)).toBe(4)
  })

  it('goes on where it was stopped, and is let go of when nobody confirms it', async () => {
    const [ivo] = await server.people('ivo')
    const lines = Array.from({ length: 120 }, (_, n) => `Stop ${n},The Barn,${inDays(-1000 - n)}`)
    const { body } = await sendImport(ivo, 'csv', `artist,venue,date\n${lines.join('\n')}\n`)
    expect((await ivo.post(`/imports/${body.id}/cancel`)).body.code).toBe('import_not_running')
    await ivo.post(`/imports/${body.id}/confirm`)
    const { body: stopped } = await ivo.post(`/imports/${body.id}/cancel`)
    expect(stopped.state).toBe('cancelled')
    expect(await mine(ivo)).toBe((await ivo.get(`/imports/${body.id}`)).body.outcomes.added)
    expect(await confirmed(ivo, body.id)).toMatchObject({ state: 'done', outcomes: { added: 120 } })
    expect((await ivo.post(`/imports/${body.id}/confirm`)).body.code).toBe('import_not_waiting')

    const { body: waiting } = await sendImport(ivo, 'csv', 'artist,venue,date\nA,B,2010-01-01')
    await sql(`update imports set updated_at = now() - interval '8 days' where id = '${waiting.id}'`)
    expect(await transact(server.app.db, expire)).toHaveLength(1)
    expect((await ivo.get(`/imports/${waiting.id}`)).status).toBe(404)
    expect((await ivo.delete(`/imports/${body.id}`)).status).toBe(204)
    expect(await mine(ivo)).toBe(120)
  }, 60_000)
})

it('34: nobody keeps more imports than there may be', async () => {
  const [joe] = await server.people('joe')
  const text = 'artist,venue,date\nA,B,2010-01-01'
  for (let n = 0; n < 20; n++) expect((await sendImport(joe, 'csv', text)).status).toBe(201)
  expect((await sendImport(joe, 'csv', text)).body.code).toBe('too_many_imports')
  expect((await joe.get('/imports?limit=15')).body.items).toHaveLength(15)
})
