import { randomUUID } from 'node:crypto'
import { MOST_WATCHED } from '@sharemyshows/contract/live'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { type Ear, listen } from '../../../test/live.ts'
import { addPhoto } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { recheckPeople } from '../../platform/live/rooms.ts'

let server: TestServer
let ana: Client
let bo: Client
let cleo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo, cleo] = await server.people('ana', 'bo', 'cleo')
})
afterAll(() => server.stop())

const open: Ear[] = []
const ear = async (who: Client) => {
  const one = await listen(server.url, who)
  open.push(one)
  return one
}
afterEach(() => {
  for (const { socket } of open.splice(0)) socket.close()
})

let nights = 10
const night = async (who: Client = ana, more: object = {}) => {
  const show = await logShow(who, { artist_name: 'Spinvis', show_date: `2017-03-${nights++}`, ...more })
  return show.id as string
}
const no = (code: string) => ({ ok: false, error: { code } })

describe('watching a show', () => {
  it('tells what changed and none of its contents', async () => {
    const id = await night()
    const bos = await ear(bo)
    expect(await bos.watch(id)).toEqual({ ok: true })
    await ana.patch(`/shows/${id}`, { title: 'A secret title' })
    expect(await bos.hear('show_changed', { what: 'facts' })).toEqual({
      event: 'show_changed',
      payload: { show_id: id, what: 'facts' },
    })
    await logShow(bo, { artist_name: 'Spinvis', show_date: (await ana.get(`/shows/${id}`)).body.show_date })
    await bos.hear('show_changed', { what: 'people' })
    expect(JSON.stringify(bos.heard)).not.toContain('secret')
  })

  it.each([
    ['setlist', (id: string) => ana.post(`/shows/${id}/setlist`, { song_name: 'Bagagedrager' })],
    ['media', (id: string) => addPhoto(ana, { show_id: id })],
    ['people', (id: string) => cleo.post(`/shows/${id}/checkin`, {})],
    ['comments', (id: string) => cleo.post('/comments', { show_id: id, content: 'Hello' })],
  ])('tells of %s', async (what, change) => {
    const id = await night()
    const bos = await ear(bo)
    await bos.watch(id)
    await change(id)
    await bos.hear('show_changed', { show_id: id, what })
  })

  it('44: is for those who see it', async () => {
    const id = await night(ana, { is_public: false })
    const bos = await ear(bo)
    expect(await bos.watch(id)).toMatchObject(no('not_found'))
    expect(await bos.watch(randomUUID())).toMatchObject(no('not_found'))
    const known = await night()
    await bos.watch(known)
    await ana.patch(`/shows/${id}`, { title: 'Unheard' })
    await ana.patch(`/shows/${known}`, { title: 'Heard' })
    await bos.hear('show_changed', { show_id: known })
    expect(bos.heard.filter(({ payload }) => payload.show_id === id)).toEqual([])
  })

  it('44: is not for strangers', async () => {
    await expect(listen(server.url, { token: 'none' })).rejects.toThrow('unauthenticated')
  })

  it.each([
    ['turns private', (id: string) => ana.patch(`/shows/${id}`, { is_public: false })],
    ['is deleted', (id: string) => ana.delete(`/shows/${id}`)],
  ])('25: ends when the show %s, before anything else is told', async (_name, hide) => {
    const id = await night()
    const [anas, bos] = [await ear(ana), await ear(bo)]
    await Promise.all([anas.watch(id), bos.watch(id)])
    await hide(id)
    expect((await bos.hear('show_closed')).payload).toEqual({ show_id: id })
    await ana.patch(`/shows/${id}`, { title: 'Later' })
    expect(await bos.watch(id)).toMatchObject(no('not_found'))
    expect(bos.heard.map(({ event }) => event)).toEqual(['show_closed'])
  })

  it('25: ends with a block', async () => {
    const id = await night()
    const [eve] = await server.people('eve')
    const hers = await ear(eve)
    await hers.watch(id)
    await server.app.pool.query(
      "insert into relationships (from_id, to_id, kind, state) values ($1, $2, 'block', 'accepted')",
      [ana.id, eve.id],
    )
    await recheckPeople(server.app.db, [ana.id, eve.id])
    await hers.hear('show_closed', { show_id: id })
  })

  it('24: tells what is private to its own person alone', async () => {
    const id = await night()
    const [dan] = await server.people('dan')
    const [bos, dans] = [await ear(bo), await ear(dan)]
    await Promise.all([bos.watch(id), dans.watch(id)])
    const { show_date } = (await ana.get(`/shows/${id}`)).body
    await logShow(dan, { artist_name: 'Spinvis', show_date, is_public: false })
    await dan.patch(`/shows/${id}`, { notes: 'Mine', is_public: false })
    await dan.post(`/shows/${id}/checkin`, {})
    await addPhoto(dan, { show_id: id, audience: 'public' })
    await dans.hear('show_changed', { what: 'people' })
    await dans.hear('show_changed', { what: 'media' })
    await ana.patch(`/shows/${id}`, { title: 'For all' })
    await bos.hear('show_changed', { what: 'facts' })
    expect(bos.heard).toHaveLength(1)
  })

  it('ends when the page says so', async () => {
    const id = await night()
    const bos = await ear(bo)
    await bos.watch(id)
    expect(await bos.socket.emitWithAck('unwatch_show', { show_id: id })).toEqual({ ok: true })
    await ana.patch(`/shows/${id}`, { title: 'Unheard' })
    const other = await night()
    await bos.watch(other)
    await ana.patch(`/shows/${other}`, { title: 'Heard' })
    await bos.hear('show_changed', { show_id: other })
    expect(bos.heard).toHaveLength(1)
  })
})

describe('44: a socket', () => {
  it('watches so many things and no more', async () => {
    const bos = await ear(bo)
    const ids: string[] = []
    for (let day = 0; day <= MOST_WATCHED; day++) {
      const show_date = new Date(Date.UTC(2016, 0, 1 + day)).toISOString().slice(0, 10)
      ids.push((await logShow(ana, { artist_name: 'Eefje', show_date })).id)
    }
    const answers = await Promise.all(ids.map((id) => bos.watch(id)))
    expect(answers.filter((answer) => JSON.stringify(answer).includes('too_many_watched'))).toHaveLength(1)
    expect(await bos.watch(ids[0] ?? '')).toEqual({ ok: true })
  })

  it.each([
    ['no payload', []],
    ['null', [null]],
    ['a text', ['x']],
    ['no id', [{ show_id: 'x' }]],
    ['another field', [{ show_id: randomUUID(), more: 1 }]],
    ['a prototype', [JSON.parse('{"__proto__":{"show_id":1}}')]],
    ['bytes', [Buffer.from('x')]],
  ])('answers %s with an error and lives on', async (_name, args) => {
    const bos = await ear(bo)
    bos.socket.emit('watch_show', ...(args as [never]))
    expect((await bos.hear('error')).payload).toMatchObject({ code: 'validation_failed' })
    expect(await bos.watch(await night())).toEqual({ ok: true })
  })

  it.each(['no_such_message', 'constructor', '__proto__'])('answers “%s” with an error', async (name) => {
    const bos = await ear(bo)
    bos.socket.emit(name as 'watch_show', { show_id: randomUUID() })
    expect((await bos.hear('error')).payload).toMatchObject({ code: 'malformed_request' })
  })

  it('is slowed down, then cut off, when it never stops', async () => {
    const strict = await startTestServer({ RATE_LIMITS: 'on' })
    const [eager] = await strict.people('eager')
    const { socket, heard } = await listen(strict.url, eager)
    const closed = new Promise((resolve) => socket.once('disconnect', resolve))
    for (let n = 0; n < 500; n++) socket.emit('unwatch_show', { show_id: randomUUID() })
    await closed
    expect(heard.some(({ payload }) => payload.code === 'rate_limited')).toBe(true)
    await strict.stop()
  })

  it('closes on a message that is too large', async () => {
    const bos = await ear(bo)
    const closed = new Promise((resolve) => bos.socket.once('disconnect', resolve))
    bos.socket.emit('watch_show', { show_id: 'x'.repeat(100_000) })
    await closed
  })
})
