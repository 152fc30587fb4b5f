import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { type Ear, listen } from '../../../test/live.ts'
import { jpeg, photoForm } from '../../../test/photos.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

let server: TestServer
let ana: Client
let bo: Client
let round = 0
beforeAll(async () => {
  server = await startTestServer()
})
beforeEach(async () => {
  ;[ana, bo] = await server.people(`ana${++round}`, `bo${round}`)
})
afterAll(() => server.stop())

const relate = (from: Client, to: Client, kind: string, state = 'accepted') =>
  server.app.pool.query('insert into relationships (from_id, to_id, kind, state) values ($1, $2, $3, $4)', [
    from.id,
    to.id,
    kind,
    state,
  ])
const ties = async () => {
  const { rows } = await server.app.pool.query(
    'select from_id, to_id, kind from relationships where from_id = any($1) order by kind, from_id',
    [[ana.id, bo.id]],
  )
  return rows
}
const block = (who: Client, whom: Client) => who.post(`/users/${whom.id}/block`)
const unblock = (who: Client, whom: Client) => who.delete(`/users/${whom.id}/block`)
const blocked = async (who: Client) =>
  (await who.get('/users/me/blocks')).body.items.map(({ user }: { user: { id: string } }) => user.id)

describe('blocking', () => {
  it('ends what joins two people, both ways, and nobody else’s', async () => {
    const [cleo] = await server.people(`cleo${round}`)
    await relate(ana, bo, 'friend')
    await relate(bo, ana, 'friend')
    await relate(bo, ana, 'follow')
    await relate(ana, cleo, 'friend')
    expect((await block(ana, bo)).status).toBe(204)
    expect(await ties()).toEqual([
      { from_id: ana.id, to_id: bo.id, kind: 'block' },
      { from_id: ana.id, to_id: cleo.id, kind: 'friend' },
    ])
  })

  it('23: leaves each nothing to see of the other, nor a way to tell', async () => {
    await ana.request('PUT', '/users/me/avatar', { body: photoForm(await jpeg().toBuffer()) })
    const { id } = await logShow(ana, { artist_name: 'Blocked Band' })
    await logShow(bo, { artist_name: 'Blocked Band' })
    await ana.post('/comments', { show_id: id, content: 'From Ana' })
    await bo.post('/comments', { show_id: id, content: 'From Bo' })
    await block(ana, bo)
    const nobody = randomUUID()
    for (const [who, whom] of [
      [ana, bo],
      [bo, ana],
    ] as const) {
      for (const [own, foreign] of [
        [`/users/${whom.username}`, '/users/nobody-at-all'],
        [`/users/${whom.id}/avatar`, `/users/${nobody}/avatar`],
        [`/shows/user/${whom.id}`, `/shows/user/${nobody}`],
        [`/photos/user/${whom.id}`, `/photos/user/${nobody}`],
      ] as const) {
        const [seen, missing] = [await who.get(own), await who.get(foreign)]
        expect([own, seen.status]).toEqual([own, 404])
        expect({ ...seen.body, request_id: '' }).toEqual({ ...missing.body, request_id: '' })
      }
      const comments = JSON.stringify((await who.get(`/comments/show/${id}`)).body)
      const attendees = JSON.stringify((await who.get(`/shows/${id}/attendees`)).body)
      expect(comments + attendees).not.toContain(whom.id)
      const { people } = (await who.get(`/search?q=${whom.username}&kinds=people`)).body
      expect(JSON.stringify(people)).not.toContain(whom.id)
    }
    // whoever is blocked cannot block back, as little as somebody who does not exist
    const back = await block(bo, ana)
    const none = await bo.post(`/users/${nobody}/block`)
    expect({ ...back.body, request_id: '' }).toEqual({ ...none.body, request_id: '' })
    expect((await unblock(bo, ana)).status).toBe((await bo.delete(`/users/${nobody}/block`)).status)
    expect(await blocked(bo)).toEqual([])
  })

  it('may be said again, and taken back again', async () => {
    for (let n = 0; n < 2; n++) expect((await block(ana, bo)).status).toBe(204)
    expect(await blocked(ana)).toEqual([bo.id])
    for (let n = 0; n < 2; n++) expect((await unblock(ana, bo)).status).toBe(204)
    expect(await blocked(ana)).toEqual([])
    expect((await ana.get(`/users/${bo.username}`)).status).toBe(200)
    expect(await ties()).toEqual([])
  })

  it('is not for oneself, for nobody, or for strangers', async () => {
    const own = await block(ana, ana)
    expect([own.status, own.body.code]).toEqual([409, 'own_person'])
    expect((await ana.post(`/users/${randomUUID()}/block`)).status).toBe(404)
    expect((await ana.post('/users/nonsense/block')).status).toBe(404)
    expect((await block(server.stranger, ana)).status).toBe(401)
  })

  it('holds when both do it at once, many times', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => (n % 2 ? block(ana, bo) : block(bo, ana))),
    )
    const statuses = new Set(answers.map(({ status }) => status))
    // who comes later may find that the other is gone
    expect([...statuses].every((status) => status === 204 || status === 404)).toBe(true)
    expect((await ties()).every(({ kind }) => kind === 'block')).toBe(true)
    expect((await ana.get(`/users/${bo.username}`)).status).toBe(404)
    expect((await bo.get(`/users/${ana.username}`)).status).toBe(404)
  })

  it('keeps one’s own when the other blocks, too, and unblocking one is not unblocking both', async () => {
    await block(ana, bo)
    await relate(bo, ana, 'block')
    expect((await block(ana, bo)).status).toBe(204)
    expect((await unblock(ana, bo)).status).toBe(204)
    expect((await ana.get(`/users/${bo.username}`)).status).toBe(404)
    expect(await blocked(bo)).toEqual([ana.id])
  })
})

describe('the list of those one blocked', () => {
  it('22: names them and nothing else, the latest first, in pages', async () => {
    const others = await server.people(`c${round}`, `d${round}`, `e${round}`)
    for (const other of others) await block(ana, other)
    const first = await ana.get('/users/me/blocks?limit=2')
    const [, d, e] = others as [Client, Client, Client]
    expect(first.body.items).toEqual(
      [e, d].map(({ id, username }) => ({
        user: { id, username, display_name: null, avatar: null },
        created_at: expect.any(String),
      })),
    )
    const rest = await ana.get(`/users/me/blocks?limit=2&cursor=${first.body.next_cursor}`)
    expect(rest.body.items.map(({ user }: { user: { id: string } }) => user.id)).toEqual([others[0]?.id])
    expect(rest.body.next_cursor).toBeNull()
    expect((await bo.get('/users/me/blocks')).body.items).toEqual([])
  })
})

describe('open pages', () => {
  const open: Ear[] = []
  afterEach(() => {
    for (const { socket } of open.splice(0)) socket.close()
  })
  const ear = async (who: Client) => {
    const one = await listen(server.url, who)
    open.push(one)
    return one
  }

  it('23: of a show that only the blocker held are closed at once', async () => {
    const { id } = await logShow(ana, { artist_name: `Watched Band ${round}` })
    const [bos, anas] = [await ear(bo), await ear(ana)]
    expect([await bos.watch(id), await anas.watch(id)]).toEqual([{ ok: true }, { ok: true }])
    await block(ana, bo)
    await bos.hear('show_closed', { show_id: id })
    await ana.post(`/shows/${id}/setlist`, { song_name: 'Unheard' })
    await anas.hear('show_changed', { what: 'setlist' })
    expect(bos.heard.map(({ event }) => event)).toEqual(['show_closed'])
  })
})
