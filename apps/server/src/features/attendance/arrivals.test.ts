import { Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tablesWithCanaries } from '../../../test/canaries.ts'
import type { Client } from '../../../test/client.ts'
import { host, metresNorth, SQUARE } from '../../../test/hosting.ts'
import { allJobsDone } from '../../../test/mail.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { enqueue } from '../../platform/jobs/jobs.ts'
import { createLog } from '../../platform/log/log.ts'

let logs = ''
const sink = new Writable({
  write(chunk, _encoding, done) {
    logs += String(chunk)
    done()
  },
})

let server: TestServer
let org: Client
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer({}, createLog('trace', sink))
  ;[org, ana, bo] = await server.people('org', 'ana', 'bo')
})
afterAll(() => server.stop())

const query = async (text: string, values: unknown[] = []) => (await server.app.pool.query(text, values)).rows
const arrive = (who: Client, id: string, where: object) => who.post(`/events/${id}/arrival`, where)
const news = async (id: string) =>
  (await query(`select type from activities where show_id = $1 and type = 'CHECKIN'`, [id])).length

describe('arriving', () => {
  it('inside is being here, with the distance; it needs no answer and no seat', async () => {
    const id = await host(server, org, { starts: -1, capacity: 1 })
    await bo.post(`/events/${id}/rsvp`)
    const { status, body } = await arrive(ana, id, { ...metresNorth(41), accuracy: 12 })
    expect([status, body.state, body.method, body.rsvp]).toEqual([200, 'here', 'geofence', null])
    expect([body.distance_m, body.radius_m]).toEqual([41, 200])
    expect((await ana.get(`/shows/${id}/active-users`)).body.items[0].user.username).toBe('ana')
    expect((await ana.get(`/shows/${id}`)).body.my_attendance).toMatchObject({ state: 'here' })
  })

  it('outside is refused with distance and radius, and changes nothing', async () => {
    const id = await host(server, org, { starts: -1 })
    const { status, body } = await arrive(ana, id, metresNorth(640))
    expect([status, body.code, body.distance_m, body.radius_m]).toEqual([422, 'outside_geofence', 641, 200])
    expect((await ana.get(`/shows/${id}`)).body.my_attendance).toBeNull()
    expect((await arrive(ana, id, { latitude: -SQUARE.latitude, longitude: -170 })).body.code).toBe(
      'outside_geofence',
    )
  })

  it('counts how wrong a device may be in favour, up to 100 m', async () => {
    const id = await host(server, org, { starts: -1, radius: 50 })
    expect((await arrive(ana, id, { ...metresNorth(120), accuracy: 60 })).body.code).toBe('outside_geofence')
    expect((await arrive(ana, id, { ...metresNorth(160), accuracy: 5000 })).body.code).toBe(
      'outside_geofence',
    )
    expect((await arrive(ana, id, { ...metresNorth(120), accuracy: 80 })).status).toBe(200)
    expect((await arrive(bo, id, { ...metresNorth(140), accuracy: 5000 })).status).toBe(200)
  })

  it('is open from three hours before the start until the end, wherever the start moves', async () => {
    const id = await host(server, org, { starts: 3.1 })
    const early = await arrive(ana, id, SQUARE)
    const [{ starts_at }] = await query('select starts_at from shows where id = $1', [id])
    expect([early.status, early.body.code]).toEqual([409, 'arrival_not_open'])
    expect(Date.parse(starts_at) - Date.parse(early.body.opens_at)).toBe(3 * 3_600_000)
    await query(`update shows set starts_at = now() + interval '2 hours 59 minutes' where id = $1`, [id])
    expect((await arrive(ana, id, SQUARE)).status).toBe(200)
    await query(`update shows set starts_at = now() - interval '4 hours' where id = $1`, [id])
    expect((await arrive(bo, id, SQUARE)).body.code).toBe('event_over')
    await query(`update shows set ends_at = now() + interval '1 minute' where id = $1`, [id])
    expect((await arrive(bo, id, SQUARE)).status).toBe(200)
    await query(`update shows set status = 'cancelled' where id = $1`, [id])
    expect((await arrive(bo, id, SQUARE)).body.code).toBe('event_cancelled')
  })

  it('keeps the first arrival, and twenty at once are one, told once', async () => {
    const id = await host(server, org, { starts: -1 })
    const answers = await Promise.all(Array.from({ length: 20 }, () => arrive(ana, id, SQUARE)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1)
    await ana.post(`/shows/${id}/checkout`)
    const back = await arrive(ana, id, metresNorth(10))
    expect(back.body).toMatchObject({ state: 'here', left_at: null, arrived_at: answers[0]?.body.arrived_at })
    expect((await query('select 1 from attendances where show_id = $1', [id])).length).toBe(1)
    expect(await news(id)).toBe(1)
  })

  it('20, 23: is for events that one sees, and whose organiser blocks nobody', async () => {
    const draft = await host(server, org, { starts: -1, visibility: 'private' })
    const event = await host(server, org, { starts: -1 })
    expect((await arrive(ana, draft, SQUARE)).status).toBe(404)
    expect((await arrive(server.stranger, event, SQUARE)).status).toBe(401)
    await org.post(`/users/${bo.id}/block`)
    expect((await arrive(bo, event, SQUARE)).status).toBe(404)
    await org.delete(`/users/${bo.id}/block`)
  })

  it('takes places on earth only', async () => {
    const id = await host(server, org, { starts: -1 })
    for (const where of [
      {},
      { latitude: 91, longitude: 5 },
      { latitude: 52, longitude: 181 },
      { ...SQUARE, accuracy: -1 },
      { ...SQUARE, state: 'here' },
      { latitude: '52', longitude: 5 },
    ])
      expect((await arrive(ana, id, where)).status).toBe(422)
  })

  it('51: keeps the position neither in the database nor in the logs', async () => {
    const id = await host(server, org, { starts: -1 })
    const secret = '52.0931789'
    const where = { latitude: Number(secret), longitude: 5.1131789, accuracy: 8 }
    expect((await arrive(ana, id, where)).status).toBe(200)
    expect((await arrive(bo, id, { ...where, longitude: 9.1131789 })).status).toBe(422)
    expect((await bo.post(`/shows/${id}/checkin`, where)).body.method).toBe('geofence')
    expect(await tablesWithCanaries(server, (line) => line.includes(secret))).toEqual([])
    expect(logs).toContain('/arrival')
    expect(logs).not.toContain(secret)
  })
})

describe('checking in by hand', () => {
  it('is always possible and says so; a reading inside makes it an arrival', async () => {
    const id = await host(server, org, { starts: -1 })
    expect((await ana.post(`/shows/${id}/checkin`, metresNorth(900))).body.method).toBe('manual')
    expect((await bo.post(`/shows/${id}/checkin`, metresNorth(20))).body.method).toBe('geofence')
    expect((await arrive(ana, id, SQUARE)).body.method).toBe('manual')
    const far = await host(server, org, { starts: 48 })
    expect((await bo.post(`/shows/${far}/checkin`, SQUARE)).body).toMatchObject({ method: 'manual' })
    expect([await news(id), await news(far)]).toEqual([2, 0])
  })
})

describe('those who forget to leave', () => {
  it('have left when the show ended, once', async () => {
    const id = await host(server, org, { starts: -1 })
    await arrive(ana, id, SQUARE)
    await arrive(bo, id, SQUARE)
    await bo.post(`/shows/${id}/checkout`)
    const close = async () => {
      await enqueue(server.app.db, 'close-attendances', {})
      await allJobsDone(server)
      return query('select * from attendances where show_id = $1 order by person_id', [id])
    }
    const mine = (found: { person_id: string }[], who: Client) => found.find((a) => a.person_id === who.id)
    expect(mine(await close(), ana)).toMatchObject({ state: 'here', left_at: null })
    await query(
      `update attendances set arrived_at = arrived_at - interval '5 hours', left_at = left_at - interval '1 hour'
        where show_id = $1`,
      [id],
    )
    await query(`update shows set starts_at = starts_at - interval '4 hours' where id = $1`, [id])
    const before = mine(await query('select * from attendances where show_id = $1', [id]), bo)
    const closed = await close()
    const [{ ended }] = await query(
      `select starts_at + interval '4 hours' as ended from shows where id = $1`,
      [id],
    )
    expect(mine(closed, ana)).toMatchObject({ state: 'attended', left_at: ended })
    expect(mine(closed, bo)).toEqual(before)
    expect(await close()).toEqual(closed)
  })
})
