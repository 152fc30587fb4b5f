import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../../test/client.ts'
import { startTestServer, type TestServer } from '../../../../test/server.ts'
import { logShow } from '../../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const sql = async (text: string, values: unknown[] = []) => (await server.app.pool.query(text, values)).rows
const addPhoto = (who: Client, showId: string) =>
  sql(
    `insert into media (id, kind, owner_id, show_id, audience, storage_key, sha256, file_size, mime_type, state)
      values ($1, 'photo', $2, $3, 'public', $4, '\\x00', 1, 'image/png', 'ready')`,
    [randomUUID(), who.id, showId, `${randomUUID()}.png`],
  )

describe('deleting my show', () => {
  it('takes it away altogether when nobody else holds it', async () => {
    const { id } = await logShow(ana, { artist_name: 'Alone', support: ['Other'] })
    await ana.post(`/shows/${id}/setlist`, { song_name: 'Song' })
    await addPhoto(ana, id)
    expect((await ana.delete(`/shows/${id}`)).status).toBe(204)
    expect((await ana.get(`/shows/${id}`)).status).toBe(404)
    for (const table of ['attendances', 'performances', 'setlist_songs', 'media']) {
      expect(await sql(`select * from ${table} where show_id = $1`, [id])).toEqual([])
    }
    expect(await sql('select * from shows where id = $1', [id])).toEqual([])
    expect((await ana.delete(`/shows/${id}`)).status).toBe(404)
  })

  it('leaves it, and their media, to the others who were there', async () => {
    const { id } = await logShow(ana, { artist_name: 'Together', notes: 'mine' })
    await logShow(bo, { artist_name: 'Together' })
    await addPhoto(ana, id)
    await addPhoto(bo, id)
    expect((await ana.delete(`/shows/${id}`)).status).toBe(204)
    const { body } = await ana.get(`/shows/${id}`)
    expect(body).toMatchObject({ my_attendance: null, notes: null, counts: { attendees: 1, photos: 1 } })
    expect((await ana.get('/shows?scope=mine')).body.items).toEqual([])
    const again = await ana.delete(`/shows/${id}`)
    expect([again.status, again.body.code]).toEqual([403, 'not_an_attendee'])
    expect((await bo.delete(`/shows/${id}`)).status).toBe(204)
    expect(await sql('select id from shows where id = $1', [id])).toEqual([])
  })

  it('leaves nothing behind when the last two go at once', async () => {
    const racers = Array.from({ length: 10 }, async (_, n) => {
      const night = { artist_name: 'Last two', show_date: `2015-05-${10 + n}` }
      const [{ id }] = [await logShow(ana, night), await logShow(bo, night)]
      const answers = await Promise.all([ana.delete(`/shows/${id}`), bo.delete(`/shows/${id}`)])
      expect(answers.map((answer) => answer.status)).toEqual([204, 204])
    })
    await Promise.all(racers)
    expect(
      await sql("select s.id from shows s join artists a on a.id = s.headliner_id where a.name = 'Last two'"),
    ).toEqual([])
  })

  it('is nothing for those who were not there', async () => {
    const { id } = await logShow(ana, { artist_name: 'Not yours' })
    expect((await bo.delete(`/shows/${id}`)).status).toBe(403)
    expect((await server.stranger.delete(`/shows/${id}`)).status).toBe(401)
    await ana.patch(`/shows/${id}`, { is_public: false })
    expect((await bo.delete(`/shows/${id}`)).status).toBe(404)
    expect((await ana.get(`/shows/${id}`)).status).toBe(200)
  })
})
