import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Client, createClient } from '../../../test/client.ts'
import { listen } from '../../../test/live.ts'
import { allJobsDone } from '../../../test/mail.ts'
import { addPhoto } from '../../../test/photos.ts'
import { PASSWORD, startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'

/** A busy machine is slow, not wrong. */
const PATIENCE = { timeout: 25_000 }

let server: TestServer
let ana: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana] = await server.people('ana')
})
afterAll(() => server.stop())

const leave = (who: Client, when: 'now' | 'later', password = PASSWORD) =>
  who.request('DELETE', '/users/me', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ password, when }),
  })
const signIn = async (identifier: string) =>
  server.stranger.post('/auth/login', { identifier, password: PASSWORD })
const signedIn = async ({ id, username }: Client) => {
  const { body } = await signIn(username)
  return createClient(server.url, { id, username, token: body.access_token })
}
const isGone = async ({ id }: Client, on = server) => {
  const { rows } = await on.app.pool.query('select 1 from users where id = $1', [id])
  return rows.length === 0
}
const gone = (who: Client, on = server) =>
  vi.waitFor(async () => expect(await isGone(who, on)).toBe(true), PATIENCE)

describe('leaving later', () => {
  it('hides her at once from everybody else, and not from herself', async () => {
    const [bo] = await server.people('bo')
    const show = await logShow(bo, { artist_name: 'Hers alone' })
    const shared = await logShow(bo, { artist_name: 'Of both' })
    await logShow(ana, { artist_name: 'Of both' })
    const photo = await addPhoto(bo, { show_id: shared.id })
    await bo.post('/comments', { show_id: shared.id, content: 'I was there' })
    const ear = await listen(server.url, ana)
    await ear.watch(show.id)

    expect((await leave(bo, 'later')).status).toBe(204)
    await ear.hear('show_closed', { show_id: show.id })
    ear.socket.close()
    for (const who of [ana, server.stranger]) {
      expect((await who.get('/users/bo')).status).toBe(404)
      expect((await who.get(`/shows/${show.id}`)).status).toBe(404)
      expect((await who.get(`/shows/${shared.id}`)).body.counts).toMatchObject({
        attendees: 1,
        comments: 0,
        photos: 0,
      })
      expect((await who.get(`/photos/${photo.id}/thumbnail`)).status).toBe(404)
      for (const path of [
        '/search?q=bo&kind=people',
        `/comments/show/${shared.id}`,
        `/shows/${shared.id}/attendees`,
      ]) {
        expect(JSON.stringify((await who.get(path)).body)).not.toContain(bo.id)
      }
    }
    const again = await signedIn(bo)
    const { leaves_at } = (await again.get('/users/me')).body
    expect(Math.round((Date.parse(leaves_at) - Date.now()) / 86_400_000)).toBe(14)
    expect((await again.get(`/shows/${show.id}`)).status).toBe(200)
  })

  it('can be taken back for fourteen days; then everybody sees her again', async () => {
    const [cy] = await server.people('cy')
    const show = await logShow(cy, { artist_name: 'Coming back' })
    await leave(cy, 'later')
    const again = await signedIn(cy)
    const kept = await Promise.all([again.post('/users/me/keep'), again.post('/users/me/keep')])
    for (const { status, body } of kept) expect([status, body.leaves_at]).toEqual([200, null])
    expect((await ana.get(`/shows/${show.id}`)).status).toBe(200)
    expect((await ana.get('/users/cy')).body.counts.shows).toBe(1)
  })

  it('ends for good when the time has come', async () => {
    const [di] = await server.people('di')
    await leave(di, 'later')
    const again = await signedIn(di)
    await server.app.pool.query('update users set leaves_at = now() where id = $1', [di.id])
    expect((await signIn('di')).status).toBe(401)
    await again.post('/users/me/keep')
    await server.app.pool.query(`select graphile_worker.add_job('delete-due-accounts')`)
    await gone(di)
    expect((await again.get('/users/me')).status).toBe(401)
  })

  it('says so by mail, with the day', async () => {
    const [edi] = await server.people('edi')
    await leave(edi, 'later')
    const folder = path.join(server.dataDir, 'mail')
    await vi.waitFor(async () => {
      const mails = await Promise.all(
        (await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')),
      )
      const told = mails.find(
        (mail) => mail.includes('To: edi@example.org') && mail.includes('will be deleted'),
      )
      const day = new Date(Date.now() + 14 * 86_400_000)
      expect(told).toContain(
        new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(day),
      )
      expect(told).toContain('/settings/data')
    }, PATIENCE)
  })
})

describe('leaving', () => {
  it('8: asks for the password', async () => {
    const { status, body } = await leave(ana, 'now', 'not her password at all')
    expect([status, body.code]).toEqual([403, 'password_wrong'])
    expect((await ana.get('/users/me')).body.leaves_at).toBeNull()
  })

  it.each(['now', 'later'] as const)('11: %s ends all access at once, on open sockets, too', async (when) => {
    const [who] = await server.people(`leaves-${when}`)
    const { body } = await signIn(who.username)
    const ear = await listen(server.url, who)
    const closed = new Promise((resolve) => ear.socket.once('disconnect', resolve))
    expect((await leave(who, when)).status).toBe(204)
    await closed
    for (const token of [who.token, body.access_token]) {
      expect((await createClient(server.url, { token }).get('/users/me')).status).toBe(401)
    }
    const refreshed = await server.stranger.post('/auth/refresh', { refresh_token: body.refresh_token })
    expect(refreshed.status).toBe(401)
    expect((await signIn(who.username)).status).toBe(when === 'now' ? 401 : 200)
  })

  it('is not for the last admin while others are here, and of two admins at once one stays', async () => {
    const [fi, gil] = await server.people('fi', 'gil')
    await server.app.pool.query(`update users set role = 'attendee' where role = 'admin'`)
    await server.app.pool.query(`update users set role = 'admin' where id = any ($1)`, [[fi.id, gil.id]])
    const both = await Promise.all([leave(fi, 'later'), leave(gil, 'later')])
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('last_admin')
  })

  it('frees her name and her address, and leaves what others share', async () => {
    const [hu, ike] = await server.people('hu', 'ike')
    const shared = await logShow(hu, { artist_name: 'Shared', title: 'The title' })
    await logShow(ike, { artist_name: 'Shared' })
    const lonely = await logShow(hu, { artist_name: 'Only Hu', venue_name: 'Hu’s garden' })
    await hu.post('/comments', { show_id: shared.id, content: 'Mine' })
    await ike.post('/comments', { show_id: shared.id, content: '@hu and @ana, hello' })
    expect((await leave(hu, 'now')).status).toBe(204)
    await gone(hu)

    const { body } = await ike.get(`/shows/${shared.id}`)
    expect(body).toMatchObject({ title: 'The title', counts: { attendees: 1, comments: 2 } })
    const { items } = (await ike.get(`/comments/show/${shared.id}`)).body
    expect(items).toMatchObject([
      { by: 'deleted', user: null, content: '', mentions: [] },
      { by: 'person', user: { username: 'ike' }, content: 'deleted user and @ana, hello', mentions: [] },
    ])
    const revisions = (await ike.get(`/shows/${shared.id}/revisions`)).body.items
    for (const { by, author } of revisions) expect([by, author]).toEqual(['deleted', null])
    const { rows } = await server.app.pool.query(
      `select (select count(*)::int from shows where id = $1) as shows,
        (select count(*)::int from artists where name = 'Only Hu') as artists,
        (select count(*)::int from venues where name = 'Hu’s garden') as venues`,
      [lonely.id],
    )
    expect(rows).toEqual([{ shows: 0, artists: 0, venues: 0 }])
    const anew = { username: 'hu', email: 'hu@example.org', password: PASSWORD }
    expect((await server.stranger.post('/auth/register', anew)).status).toBe(201)
  })

  it('goes on after a crash at the very end, and once more does nothing', async () => {
    const [jo] = await server.people('jo')
    const { id } = await logShow(jo, { artist_name: 'Interrupted' })
    await addPhoto(jo, { show_id: id })
    const { pool } = server.app
    await pool.query(`create function stop() returns trigger language plpgsql as $$ begin raise 'stopped'; end $$;
      create trigger stopped before delete on users for each row execute function stop()`)
    await leave(jo, 'now')
    await vi.waitFor(async () => {
      const { rows } = await pool.query(
        `select attempts from graphile_worker.jobs where task_identifier = 'delete-account' and last_error is not null`,
      )
      expect(rows).toMatchObject([{ attempts: 1 }])
    }, PATIENCE)
    expect(await isGone(jo)).toBe(false)
    const { rows } = await pool.query('select 1 from media where owner_id = $1', [jo.id])
    expect(rows).toEqual([])
    await pool.query('drop trigger stopped on users')
    await pool.query(
      `select graphile_worker.add_job('delete-account', json_build_object('id', $1::text),
      job_key => 'delete-account:' || $1::text)`,
      [jo.id],
    )
    await gone(jo)
    await pool.query(`select graphile_worker.add_job('delete-account', json_build_object('id', $1::text))`, [
      jo.id,
    ])
    await allJobsDone(server)
    const { rows: told } = await pool.query(
      `select count(*)::int as n from audit_events where act = 'account_deleted' and subject_pseudonym is not null
        and subject_pseudonym = (select subject_pseudonym from audit_events order by id desc limit 1)`,
    )
    expect(told).toEqual([{ n: 1 }])
  })
})
