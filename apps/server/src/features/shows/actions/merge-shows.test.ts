import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { addPhoto, belongings, dangling, referring } from '../../../../test/merging.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { logShow } from '../../../../test/shows.ts'
import { begun } from '../../../../test/uploads.ts'

let server: TestServer
let ana: Client
let bo: Client
let cai: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo, cai] = await server.people('ana', 'bo', 'cai')
})
afterAll(() => server.stop())

const merge = (who: Client, from: string, into: string) => who.post(`/shows/${from}/merge`, { into })
const rowsOf = async (text: string, values: unknown[]) => (await server.app.pool.query(text, values)).rows
const attendanceOf = async (who: Client, id: string) =>
  (await rowsOf('select * from attendances where show_id = $1 and person_id = $2', [id, who.id]))[0]
const songs = async (who: Client, id: string) =>
  (await who.get(`/shows/${id}/setlist`)).body.items.map((song: { song_name: string }) => song.song_name)

let nights = 0
/** Two shows of one artist in one night, which only a person can know to be one. */
async function two(more: object = {}, other: object = {}) {
  const artist_name = `Twice ${nights++}`
  const from = await logShow(ana, { artist_name, venue_name: 'Hall', ...more })
  const into = await logShow(ana, { artist_name, venue_name: 'The great hall', ...other })
  return { from: from.id as string, into: into.id as string, artist_name }
}

describe('merging two shows', () => {
  it('knows of everything that belongs to a show, an artist or a venue', async () => {
    expect(await referring(server)).toEqual([...belongings].sort())
  })

  it('moves all there is on both sides, and loses nothing', async () => {
    const { from, into, artist_name } = await two(
      { support: ['Left', 'Both'], title: 'A title', show_time: '21:00', notes: 'from the left' },
      { support: ['Both', 'Right'], notes: 'from the right', rating: 4 },
    )
    await logShow(bo, { artist_name, venue_name: 'Hall', notes: 'bo’s' })
    await logShow(cai, { artist_name, venue_name: 'The great hall' })
    await ana.patch(`/shows/${from}`, { title: 'Another title' })
    const photos = [await addPhoto(server, bo, from), await addPhoto(server, cai, into)]
    const underWay = await begun(bo, 1000, { show_id: from })
    const said = []
    for (const [who, id] of [
      [ana, from],
      [bo, from],
      [ana, into],
    ] as const) {
      const { status, body } = await who.post('/comments', { show_id: id, content: `of ${id}` })
      expect(status).toBe(201)
      said.push(body.id)
    }
    for (const name of ['One', 'Two', 'Three']) await ana.post(`/shows/${from}/setlist`, { song_name: name })
    await ana.post(`/shows/${into}/setlist`, { song_name: 'Shorter' })

    const { status, body } = await merge(ana, from, into)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id: into,
      title: 'Another title',
      show_time: '21:00',
      starts_at: '2019-12-01T20:00:00.000Z',
      venue_name: 'The great hall',
      notes: 'from the right\n\nfrom the left',
      my_attendance: { rating: 4 },
      counts: { attendees: 3, photos: 2, comments: 3, songs: 3 },
    })
    const bill = body.lineup.map((act: { position: number; artist: { name: string } }) => [
      act.position,
      act.artist.name,
    ])
    expect(bill).toEqual([
      [1, artist_name],
      [2, 'Both'],
      [3, 'Right'],
      [4, 'Left'],
    ])
    expect((await attendanceOf(bo, into)).notes).toBe('bo’s')
    expect(await songs(cai, into)).toEqual(['One', 'Two', 'Three'])
    const comments = (await ana.get(`/comments/show/${into}`)).body.items
    expect(comments.map((comment: { id: string }) => comment.id).sort()).toEqual(said.sort())
    const media = (await ana.get(`/photos/show/${into}`)).body.items
    expect(media.map((medium: { id: string }) => medium.id).sort()).toEqual(photos.sort())
    expect((await bo.get(`/uploads/${underWay}`)).body).toMatchObject({ state: 'receiving', show_id: into })

    const [revision, ...edits] = (await cai.get(`/shows/${into}/revisions`)).body.items
    expect(revision).toMatchObject({ kind: 'merge', subject: 'show', subject_id: into, by: 'person' })
    expect(revision.changes).toContainEqual({ field: 'venue_name', before: 'Hall', after: 'The great hall' })
    expect(
      revision.changes.find((change: { field: string }) => change.field === 'setlist').before,
    ).toMatchObject([{ song_order: 1, song_name: 'Shorter' }])
    expect(edits).toHaveLength(5)
    for (const edit of edits) expect(edit).toMatchObject({ kind: 'edit', subject_id: into, show_id: into })
    const refused = await ana.post(`/shows/${into}/revisions/${revision.id}/revert`)
    expect([refused.status, refused.body.code]).toEqual([409, 'not_revertible'])
    expect(await dangling(server)).toBe(0)
  })

  it('leaves one part to whoever was in both: the earlier arrival, and the audience that admits fewer', async () => {
    const { from, into } = await two({ audience: 'friends' }, { notes: 'same', audience: 'public' })
    await rowsOf(
      `update attendances set arrived_at = $3, left_at = $4, method = 'geofence', notes = 'same', rsvp = 'going'
        where show_id = $1 and person_id = $2`,
      [from, ana.id, '2019-12-01T18:00:00Z', '2019-12-01T21:00:00Z'],
    )
    await rowsOf(
      `update attendances set arrived_at = $3, left_at = $4, state = 'here' where show_id = $1 and person_id = $2`,
      [into, ana.id, '2019-12-01T19:00:00Z', '2019-12-01T20:00:00Z'],
    )
    expect((await merge(ana, from, into)).body.my_attendance).toMatchObject({
      arrived_at: '2019-12-01T18:00:00.000Z',
      left_at: '2019-12-01T21:00:00.000Z',
      method: 'geofence',
      state: 'attended',
      rsvp: 'going',
      notes: 'same',
      audience: 'friends',
    })
  })

  it('takes an act under the same name written otherwise for the same', async () => {
    const night = { artist_name: 'The Tides', support: ['Left'] }
    const from = await logShow(ana, { ...night, artist_name: 'Tides', venue_name: 'Hall' })
    const into = await logShow(ana, { ...night, venue_name: 'The great hall' })
    const { body } = await merge(ana, from.id, into.id)
    expect(body.lineup.map((act: { artist: { name: string } }) => act.artist.name)).toEqual([
      'The Tides',
      'Left',
    ])
  })

  it('answers the former id, also after another merge, to those who see what it has become', async () => {
    const { from, into, artist_name } = await two()
    const third = await logShow(ana, { artist_name, venue_name: 'Third hall' })
    await merge(ana, from, into)
    await merge(ana, into, third.id)
    for (const id of [from, into]) {
      const plain = await fetch(`${server.url}/api/v1/shows/${id}`, { redirect: 'manual' })
      expect([plain.status, plain.headers.get('location')]).toEqual([308, `/api/v1/shows/${third.id}`])
      expect((await bo.get(`/shows/${id}`)).body.id).toBe(third.id)
    }
    await ana.patch(`/shows/${third.id}`, { is_public: false })
    expect((await bo.get(`/shows/${from}`)).status).toBe(404)
    expect((await ana.get(`/shows/${from}`)).status).toBe(200)
    await ana.delete(`/shows/${third.id}`)
    expect((await ana.get(`/shows/${from}`)).status).toBe(404)
  })

  it('is for those who attend both, and for moderators', async () => {
    const { from, into, artist_name } = await two()
    await logShow(bo, { artist_name, venue_name: 'Hall' })
    const refused = await merge(bo, from, into)
    expect([refused.status, refused.body.code]).toEqual([403, 'not_at_both'])
    expect((await merge(server.stranger, from, into)).status).toBe(401)
    expect((await merge(ana, from, from)).status).toBe(422)
    expect((await merge(ana, from, randomUUID())).status).toBe(404)
    const hidden = await logShow(ana, { artist_name, venue_name: 'Private hall', is_public: false })
    expect((await merge(bo, from, hidden.id)).status).toBe(404)
    const [mod] = await server.people(`mod${nights}`)
    await rowsOf(`update users set role = 'moderator' where id = $1`, [mod.id])
    const again = await mod.post('/auth/login', {
      username: mod.username,
      password: 'a long enough password',
    })
    const headers = { authorization: `Bearer ${again.body.access_token}` }
    expect((await mod.post(`/shows/${from}/merge`, { into }, headers)).status).toBe(200)
  })

  it('keeps the one that an organiser looks after', async () => {
    const { from, into } = await two()
    await rowsOf(
      `update shows set organizer_id = $1, title = 'Theirs', latitude = 52, longitude = 5 where id = $2`,
      [bo.id, from],
    )
    const refused = await merge(ana, from, into)
    expect([refused.status, refused.body.code]).toEqual([409, 'show_organised'])
    expect((await merge(ana, into, from)).body.id).toBe(from)
  })

  it('24: of what was private stays with those who were in it', async () => {
    const { from, into, artist_name } = await two({ is_public: false, title: 'Secret' })
    await logShow(bo, { artist_name, venue_name: 'The great hall' })
    await merge(ana, from, into)
    const told = async (who: Client) => (await who.get(`/shows/${into}/revisions`)).body.items.length
    expect([await told(ana), await told(bo)]).toEqual([1, 0])
  })

  it('both ways at once leaves one, with everything', async () => {
    for (let round = 0; round < 5; round++) {
      const { from, into, artist_name } = await two()
      await logShow(bo, { artist_name, venue_name: 'Hall' })
      const answers = await Promise.all([merge(ana, from, into), merge(ana, into, from)])
      expect(answers.map(({ status }) => status)).toEqual([200, 200])
      const [one, other] = answers.map(({ body }) => body.id)
      expect(one).toBe(other)
      expect((await ana.get(`/shows/${from}`)).body.counts.attendees).toBe(2)
    }
    expect(await dangling(server)).toBe(0)
  })

  it('loses no note that is written meanwhile: it was in time, or it is told that it was not', async () => {
    for (let round = 0; round < 6; round++) {
      const { from, into, artist_name } = await two()
      await logShow(bo, { artist_name, venue_name: 'Hall' })
      const [merged, noted, titled] = await Promise.all([
        merge(ana, from, into),
        bo.patch(`/shows/${from}`, { notes: 'in time' }),
        bo.patch(`/shows/${from}`, { title: 'In time' }),
      ])
      expect(merged.status).toBe(200)
      expect([200, 404]).toContain(noted.status)
      expect([200, 404]).toContain(titled.status)
      const now = (await bo.get(`/shows/${into}`)).body
      expect(now.notes).toBe(noted.status === 200 ? 'in time' : null)
      expect(now.title).toBe(titled.status === 200 ? 'In time' : null)
    }
  })

  it('loses nobody who joins meanwhile', async () => {
    const crowd = await server.people(...Array.from({ length: 12 }, (_, n) => `joiner${n}`))
    const { from, into, artist_name } = await two()
    const [merged, ...joined] = await Promise.all([
      merge(ana, from, into),
      ...crowd.map((who) =>
        who.post('/shows', {
          artist_name,
          venue_name: 'The great hall',
          venue_city: 'Utrecht',
          venue_country: 'NL',
          show_date: '2019-12-01',
        }),
      ),
    ])
    expect(merged.status).toBe(200)
    expect(joined.map(({ status }) => status)).toEqual(crowd.map(() => 201))
    expect((await ana.get(`/shows/${into}`)).body.counts.attendees).toBe(13)
  })
})

describe('shows that might be the same', () => {
  const found = async (who: Client, id: string) => (await who.get(`/shows/${id}/duplicates`)).body.items
  const told = (items: { show: { id: string }; reason: string; may_merge: boolean }[]) =>
    items.map(({ show, reason, may_merge }) => [show.id, reason, may_merge])

  it('are those of the artist that night or the next in that town', async () => {
    const night = { artist_name: 'The Doubles', venue_name: 'Club one' }
    const { id } = await logShow(ana, night)
    const same = await logShow(ana, { ...night, artist_name: 'Doubles', venue_name: 'Club two' })
    const next = await logShow(bo, { ...night, show_date: '2019-12-02' })
    await logShow(bo, { ...night, show_date: '2019-12-03' })
    await logShow(bo, { ...night, venue_name: 'Far', venue_city: 'Köln', venue_country: 'DE' })
    await logShow(bo, { ...night, artist_name: 'Others' })
    expect(told(await found(ana, id))).toEqual([
      [same.id, 'same_night', true],
      [next.id, 'next_day', false],
    ])
    expect(told(await found(server.stranger, id))[0]).toEqual([same.id, 'same_night', false])
  })

  it('24: are only those that the viewer sees', async () => {
    const night = { artist_name: 'Seen' }
    const { id } = await logShow(ana, night)
    await logShow(bo, { ...night, venue_name: 'Hidden club', is_public: false })
    expect(await found(ana, id)).toEqual([])
    const { id: hidden } = await logShow(bo, { ...night, venue_name: 'Other club', is_public: false })
    expect((await ana.get(`/shows/${hidden}/duplicates`)).status).toBe(404)
  })
})
