import type { NotificationKind } from '@sharemyshows/contract/notifications'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { listen } from '../../../test/live.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { transact } from '../../platform/db/transact.ts'
import { sweepNotifications } from './actions/sweep.ts'
import { tell } from './actions/tell.ts'
import type { News } from './feature.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
})
afterAll(() => server.stop())

const sql = (text: string, values: unknown[] = []) => server.app.pool.query(text, values)
const say = (news: News) => transact(server.app.db, (tx) => tell(tx, news))
type Item = { id: string; kind: NotificationKind; text: string; count: number; read_at: string | null }
const inbox = async (who: Client, query = ''): Promise<{ items: Item[]; unread: number }> =>
  (await who.get(`/notifications${query}`)).body
const texts = async (who: Client) => (await inbox(who)).items.map(({ text }) => text)
const fresh = async (name: string) => (await server.people(name))[0] as Client
const block = (from: Client, to: Client) => from.post(`/users/${to.id}/block`)

describe('what somebody is told', () => {
  it('is hers alone, with who did it and where it leads', async () => {
    const cy = await fresh('cy')
    const show = await logShow(ana, { artist_name: 'Low' })
    await say({ kind: 'mention', to: [cy.id, ana.id], actorId: ana.id, showId: show.id })
    const { items, unread } = await inbox(cy)
    expect([items.length, unread]).toEqual([1, 1])
    expect(items[0]).toMatchObject({
      kind: 'mention',
      actor: { id: ana.id, username: 'ana' },
      text: 'ana mentioned you at Low',
      count: 1,
      show_id: show.id,
      event_id: null,
      comment_id: null,
      conversation_id: null,
      request_id: null,
      read_at: null,
    })
    expect(await inbox(ana)).toMatchObject({ items: [], unread: 0 })
    expect((await server.stranger.get('/notifications')).status).toBe(401)
  })

  it('is one with a count while it is unread, and moves to the top', async () => {
    const dee = await fresh('dee')
    const follow = (who: Client) => say({ kind: 'follow', to: [dee.id], actorId: who.id, topic: 'follow' })
    await follow(ana)
    await say({ kind: 'friend_accepted', to: [dee.id], actorId: ana.id })
    await follow(bo)
    expect(await texts(dee)).toEqual(['bo and others follow you', 'ana and you are friends now'])
    await dee.post('/notifications/read', {})
    await follow(ana)
    expect(await texts(dee)).toEqual([
      'ana follows you',
      'bo and others follow you',
      'ana and you are friends now',
    ])
  })

  it('is gathered by many at once without losing one', async () => {
    const eli = await fresh('eli')
    await Promise.all(
      Array.from({ length: 20 }, () =>
        say({ kind: 'mention', to: [eli.id, bo.id], actorId: ana.id, topic: 'at once' }),
      ),
    )
    expect((await inbox(eli)).items).toMatchObject([{ count: 20 }])
  })

  it('is read page by page, and unread ones alone', async () => {
    const flo = await fresh('flo')
    for (let n = 0; n < 5; n++) await say({ kind: 'moderation', to: [flo.id], note: `Word ${n}` })
    const { items } = await inbox(flo)
    expect(items.map(({ text }) => text)).toEqual(['Word 4', 'Word 3', 'Word 2', 'Word 1', 'Word 0'])
    const first = (await flo.get('/notifications?limit=3')).body
    const second = (await flo.get(`/notifications?limit=3&cursor=${first.next_cursor}`)).body
    expect([...first.items, ...second.items]).toEqual(items)
    expect(second.next_cursor).toBeNull()
    const ids = items.slice(0, 2).map(({ id }) => id)
    expect((await flo.post('/notifications/read', { ids })).body).toEqual({ unread: 3 })
    expect((await flo.get('/notifications?unread=true')).body.items).toHaveLength(3)
    expect((await flo.get('/notifications?cursor=x')).status).toBe(422)
    expect((await flo.post('/notifications/read')).body).toEqual({ unread: 0 })
  })

  it('20: is read by nobody else', async () => {
    const gil = await fresh('gil')
    await say({ kind: 'moderation', to: [gil.id], note: 'For Gil' })
    const ids = (await inbox(gil)).items.map(({ id }) => id)
    await bo.post('/notifications/read', { ids })
    expect((await inbox(gil)).unread).toBe(1)
    expect(await texts(bo)).not.toContain('For Gil')
  })

  it('arrives on open pages, and so does that it was read', async () => {
    const hal = await fresh('hal')
    const ear = await listen(server.url, hal)
    await say({ kind: 'moderation', to: [hal.id], note: 'Psst' })
    const { payload } = await ear.hear('notification', { state: 'told' })
    expect(payload).toMatchObject({ message: 'Psst', progress: 1, unread: 1 })
    await hal.post('/notifications/read', {})
    expect((await ear.hear('notification', { state: 'read' })).payload).toMatchObject({ unread: 0 })
    ear.socket.close()
  })
})

describe('24: names stay with those who may read them', () => {
  it('nobody is told of whom she parted from, before or after', async () => {
    const [ivy, jon] = await server.people('ivy', 'jon')
    await say({ kind: 'follow', to: [ivy.id], actorId: jon.id })
    expect(await texts(ivy)).toEqual(['jon follows you'])
    await block(jon, ivy)
    expect(await inbox(ivy)).toMatchObject({ items: [], unread: 0 })
    await say({ kind: 'follow', to: [ivy.id, jon.id], actorId: jon.id })
    await say({ kind: 'follow', to: [jon.id], actorId: ivy.id })
    const { rowCount } = await sql('select from notifications where person_id = any ($1)', [[ivy.id, jon.id]])
    expect(rowCount).toBe(1)
  })

  it('25: a show that is private since is not told of, nor counted, and is again when it opens', async () => {
    const kay = await fresh('kay')
    const show = await logShow(ana, { artist_name: 'Secret Set' })
    await say({ kind: 'comment', to: [kay.id], actorId: bo.id, showId: show.id })
    expect(await texts(kay)).toEqual(['bo commented on Secret Set'])
    await ana.patch(`/shows/${show.id}`, { is_public: false })
    expect(await inbox(kay)).toMatchObject({ items: [], unread: 0 })
    await ana.patch(`/shows/${show.id}`, { is_public: true })
    expect(await texts(kay)).toHaveLength(1)
  })

  it('who is suspended or leaves is told nothing, and nobody reads of her', async () => {
    const [leo, mia] = await server.people('leo', 'mia')
    await say({ kind: 'follow', to: [mia.id], actorId: leo.id })
    await sql('update users set suspended_at = now() where id = $1', [leo.id])
    expect(await texts(mia)).toEqual([])
    await say({ kind: 'follow', to: [leo.id], actorId: mia.id })
    await say({ kind: 'moderation', to: [leo.id], note: 'Your account is suspended' })
    const { rows } = await sql('select kind from notifications where person_id = $1', [leo.id])
    expect(rows).toEqual([{ kind: 'moderation' }])
    await sql('update users set suspended_at = null where id = $1', [leo.id])
    expect(await texts(mia)).toEqual(['leo follows you'])
  })
})

describe('settings', () => {
  it('name every kind, and what is not sent stays', async () => {
    const nia = await fresh('nia')
    const usual = (await nia.get('/notifications/settings')).body.items
    expect(usual).toHaveLength(11)
    expect(usual[2]).toEqual({ kind: 'follow', in_app: true, mail: false })
    const items = [{ kind: 'follow', mail: true }, { kind: 'follow', in_app: false }, { kind: 'message' }]
    const { body } = await nia.put('/notifications/settings', { items })
    expect(body.items[2]).toEqual({ kind: 'follow', in_app: false, mail: true })
    expect(body.items.toSpliced(2, 1)).toEqual(usual.toSpliced(2, 1))
    expect((await nia.get('/notifications/settings')).body).toEqual(body)
    expect((await bo.get('/notifications/settings')).body.items[2].mail).toBe(false)
    const unknown = await nia.put('/notifications/settings', { items: [{ kind: 'weather', mail: true }] })
    expect(unknown.status).toBe(422)
  })

  it('decide where somebody is told', async () => {
    const ola = await fresh('ola')
    await ola.put('/notifications/settings', { items: [{ kind: 'follow', in_app: false, mail: false }] })
    await say({ kind: 'follow', to: [ola.id], actorId: ana.id })
    expect((await sql('select from notifications where person_id = $1', [ola.id])).rowCount).toBe(0)
  })
})

it('what was read is kept 90 days, what was not a year', async () => {
  const pam = await fresh('pam')
  for (const note of ['read', 'read lately', 'unread', 'old', 'new']) {
    await say({ kind: 'moderation', to: [pam.id], note })
  }
  const age = (note: string, days: number, read: number | null) =>
    sql(
      `update notifications set updated_at = now() - make_interval(days => $2),
        read_at = now() - make_interval(days => $3) where note = $1`,
      [note, days, read],
    )
  await age('read', 91, 91)
  await age('read lately', 300, 80)
  await age('unread', 300, null)
  await age('old', 366, null)
  expect(await sweepNotifications(server.app.db, AbortSignal.timeout(60_000))).toBe(2)
  expect((await texts(pam)).sort()).toEqual(['new', 'read lately', 'unread'])
})
