import { PassThrough } from 'node:stream'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { host, SQUARE } from '../../../test/hosting.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { inDays, logShow } from '../../../test/shows.ts'
import { createLog } from '../../platform/log/log.ts'

const HOME = 'https://shows.example'
let logs = ''
let server: TestServer
let org: Client
let ana: Client
let bo: Client
beforeAll(async () => {
  const sink = new PassThrough()
  sink.on('data', (line) => {
    logs += line
  })
  server = await startTestServer({ PUBLIC_URL: HOME }, createLog('info', sink))
  ;[org, ana, bo] = await server.people('org', 'ana', 'bo')
})
afterAll(() => server.stop())

const query = (text: string, values: unknown[] = []) => server.app.pool.query(text, values)
const eventsIn = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return calendar.getAllSubcomponents('vevent')
}
const fetchText = async (who: Client, path: string) => {
  const { status, body, headers } = await who.get(path)
  return { status, text: String(body), headers }
}
const feedOf = async (who: Client) => {
  const { body } = await who.post('/users/me/calendar')
  return body.url.slice(`${HOME}/api/v1`.length) as string
}

describe('one show', () => {
  it('is what another program reads: where, when in UTC, what, and under a stable name', async () => {
    const id = await host(server, org)
    await query(
      `update shows set title = $2, description = $3, show_time = '01:30',
        starts_at = '2026-03-29T00:30:00Z', location_address = $4
        where id = $1`,
      [id, 'Äther; "Night", 1\\2', 'Two sets,\nand tea; BEGIN:VALARM\r\nX:1', 'Vredenburgkade 11, Utrecht'],
    )
    const { status, text, headers } = await fetchText(ana, `/calendar/shows/${id}.ics`)
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const [component, ...more] = eventsIn(text)
    const event = new ICAL.Event(component)
    expect([more.length, event.uid, event.summary]).toEqual([
      0,
      `${id}@shows.example`,
      'Äther; "Night", 1\\2',
    ])
    // the clocks in the hall go forward in the middle of it
    expect(event.startDate.toJSDate().toISOString()).toBe('2026-03-29T00:30:00.000Z')
    expect(event.endDate.toJSDate().toISOString()).toBe('2026-03-29T04:30:00.000Z')
    expect([event.startDate.zone.tzid, event.location.split('\n')[0]]).toEqual(['UTC', 'TivoliVredenburg'])
    expect(event.description).toContain('and tea; BEGIN:VALARM')
    expect(component?.getAllSubcomponents()).toEqual([])
    expect(component?.getFirstPropertyValue('geo')).toEqual([SQUARE.latitude, SQUARE.longitude])
    expect(component?.getFirstPropertyValue('url')).toBe(`${HOME}/shows/${id}`)
    expect(component?.getFirstPropertyValue('status')).toBe('CONFIRMED')
    expect(component?.getFirstPropertyValue('dtstamp')).not.toBeNull()
  })

  it('says that it was called off, and is not sent twice unchanged', async () => {
    const id = await host(server, org)
    const path = `/calendar/shows/${id}.ics`
    const first = await ana.request('GET', path)
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect((await ana.request('GET', path, { headers })).status).toBe(304)
    await query(`update shows set status = 'cancelled', updated_at = now() where id = $1`, [id])
    const again = await ana.request('GET', path, { headers })
    expect([again.status, eventsIn(again.body)[0]?.getFirstPropertyValue('status')]).toEqual([
      200,
      'CANCELLED',
    ])
  })

  it('18: is nobody’s who does not see it', async () => {
    const draft = await host(server, org, { visibility: 'private' })
    const { id } = await logShow(ana, { artist_name: 'Hidden', is_public: false })
    for (const show of [draft, id])
      for (const who of [bo, server.stranger])
        expect((await who.get(`/calendar/shows/${show}.ics`)).status).toBe(404)
    expect((await ana.get(`/calendar/shows/${id}.ics`)).status).toBe(200)
    expect((await ana.get('/calendar/shows/none.ics')).status).toBe(404)
  })
})

describe('the feed', () => {
  it('holds my shows from a year back on and what I answered, without my notes', async () => {
    const show = await logShow(ana, { artist_name: 'Mine', show_date: inDays(3), notes: 'a secret note' })
    await logShow(ana, { artist_name: 'Long ago' })
    const [going, maybe, no] = [await host(server, org), await host(server, org), await host(server, org)]
    await ana.post(`/events/${going}/rsvp`)
    await ana.post(`/events/${maybe}/rsvp`, { status: 'maybe' })
    await ana.post(`/events/${no}/rsvp`, { status: 'no' })
    const { status, text } = await fetchText(server.stranger, await feedOf(ana))
    expect(status).toBe(200)
    const statuses = Object.fromEntries(
      eventsIn(text).map((event) => [
        String(event.getFirstPropertyValue('uid')).split('@')[0],
        event.getFirstPropertyValue('status'),
      ]),
    )
    expect(statuses).toEqual({ [show.id]: 'CONFIRMED', [going]: 'CONFIRMED', [maybe]: 'TENTATIVE' })
    expect(text).not.toContain('secret note')
    await query(`update shows set visibility = 'private' where id = $1`, [maybe])
    expect((await fetchText(server.stranger, await feedOf(ana))).text).not.toContain(maybe)
  })

  it('has one address, told once, kept as a hash; a new one, a revocation and a suspension end it', async () => {
    expect((await bo.get('/users/me/calendar')).body).toEqual({
      active: false,
      created_at: null,
      updated_at: null,
    })
    const made = await bo.post('/users/me/calendar')
    expect(made.status).toBe(201)
    const token = /calendar\/(.+)\.ics$/.exec(made.body.url)?.[1] ?? ''
    expect((await bo.get('/users/me/calendar')).body).toMatchObject({ active: true })
    const { rows } = await query(`select f::text as kept from calendar_feeds f`)
    expect(rows.some(({ kept }) => kept.includes(token))).toBe(false)
    const first = `/calendar/${token}.ics`
    const second = await feedOf(bo)
    const read = async (path: string) => (await server.stranger.get(path)).status
    expect([await read(first), await read(second)]).toEqual([404, 200])
    await query('update users set suspended_at = now() where id = $1', [bo.id])
    expect(await read(second)).toBe(404)
    await query('update users set suspended_at = null, leaves_at = now() where id = $1', [bo.id])
    expect(await read(second)).toBe(404)
    await query('update users set leaves_at = null where id = $1', [bo.id])
    expect(await read(second)).toBe(200)
    expect((await bo.delete('/users/me/calendar')).status).toBe(204)
    expect((await bo.delete('/users/me/calendar')).status).toBe(204)
    expect(await read(second)).toBe(404)
    for (const guess of ['x', `${'a'.repeat(101)}`, '..%2f..'])
      expect(await read(`/calendar/${guess}.ics`)).toBe(404)
    await new Promise(setImmediate)
    expect(logs).toContain('/api/v1/calendar/-')
    expect(logs).not.toContain('sms_ca_')
  })

  it('is not sent again while nothing changed', async () => {
    const path = await feedOf(org)
    await host(server, org)
    const first = await server.stranger.request('GET', path)
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' }
    expect((await server.stranger.request('GET', path, { headers })).status).toBe(304)
  })
})
