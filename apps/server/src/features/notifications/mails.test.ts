import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Client } from '../../../test/client.ts'
import { allJobsDone, mailsOf, newestMail } from '../../../test/mail.ts'
import { startTestServer, type TestServer } from '../../../test/server.ts'
import { logShow } from '../../../test/shows.ts'
import { transact } from '../../platform/db/transact.ts'
import { mailDue } from './actions/mail-due.ts'
import { read } from './actions/read.ts'
import { tell } from './actions/tell.ts'
import type { News } from './feature.ts'
import { readMailed } from './views.ts'

let server: TestServer
let ana: Client
let bo: Client
beforeAll(async () => {
  server = await startTestServer()
  ;[ana, bo] = await server.people('ana', 'bo')
  await sql('update users set email_verified = true')
})
afterAll(() => server.stop())

const sql = (text: string, values: unknown[] = []) => server.app.pool.query(text, values)
const say = (news: News) => transact(server.app.db, (tx) => tell(tx, news))
const mail = () =>
  mailDue({ db: server.app.db, home: 'https://shows.example', readMailed }, AbortSignal.timeout(60_000))
const toldBy = async (who: Client) => {
  await allJobsDone(server)
  const mails = await mailsOf(server, `${who.username}@example.org`)
  return mails.map(({ subject }) => subject).filter((subject) => !subject.startsWith('Welcome'))
}

it('says one sentence, where it leads, and how to have no more', async () => {
  const show = await logShow(ana, { artist_name: 'Low' })
  await say({ kind: 'mention', to: [bo.id], actorId: ana.id, showId: show.id })
  const { subject, text, unsubscribe } = await newestMail(server, 'bo@example.org', (one) =>
    one.subject.startsWith('ana'),
  )
  expect(subject).toBe('ana mentioned you at Low')
  expect(text).toContain('ana mentioned you at Low.')
  expect(text).toContain(`/shows/${show.id}\n`)
  expect(text).toContain('/settings/notifications')
  expect(unsubscribe).toMatch(/^<http.*\/settings\/notifications>$/)
})

it('goes where it is wanted, to confirmed addresses, and once while it is unread', async () => {
  const [wants, wantsNot, unconfirmed] = await server.people('wants', 'wantsnot', 'unconfirmed')
  await sql('update users set email_verified = true where id = any ($1)', [[wants.id, wantsNot.id]])
  await wants.put('/notifications/settings', { items: [{ kind: 'follow', in_app: false, mail: true }] })
  await wantsNot.put('/notifications/settings', { items: [{ kind: 'mention', mail: false }] })
  const show = await logShow(ana)
  const all = [wants.id, wantsNot.id, unconfirmed.id]
  await say({ kind: 'follow', to: all, actorId: ana.id })
  for (let n = 0; n < 3; n++) await say({ kind: 'mention', to: all, actorId: ana.id, showId: show.id })
  const mails = await toldBy(wants)
  expect(mails).toHaveLength(2)
  expect(mails).toContain('ana follows you')
  expect(mails).toContainEqual(expect.stringContaining('mentioned'))
  expect([await toldBy(wantsNot), await toldBy(unconfirmed)]).toEqual([[], []])
  // what was only for the mail is not kept
  const { body } = await wants.get('/notifications')
  expect([body.unread, body.items.length]).toEqual([1, 1])
  expect((await sql("select from notifications where kind = 'follow'")).rowCount).toBe(2)
})

it('waits ten minutes with messages, says none of their words, and stays away when they were read', async () => {
  const [eve, fay] = await server.people('eve', 'fay')
  await sql('update users set email_verified = true')
  const conversation = '019aa0c4-5e1b-7cc3-8f55-1d0e6a3c9b10'
  await sql("insert into conversations (id, kind, pair) values ($1, 'direct', $2)", [
    conversation,
    [ana.id, eve.id].sort().join(':'),
  ])
  for (const one of [ana, eve, fay]) {
    await sql('insert into conversation_members (conversation_id, person_id) values ($1, $2)', [
      conversation,
      one.id,
    ])
  }
  const news: News = {
    kind: 'message',
    to: [eve.id, fay.id],
    actorId: ana.id,
    conversationId: conversation,
    topic: `message:${conversation}`,
  }
  await say(news)
  await say(news)
  await mail()
  expect(await toldBy(eve)).toEqual([])
  await transact(server.app.db, (tx) => read(tx, fay.id, { topic: `message:${conversation}` }))
  await sql("update notifications set mail_at = now() - interval '1 second' where mail_at is not null")
  await Promise.all([mail(), mail()])
  expect([await toldBy(eve), await toldBy(fay)]).toEqual([['ana wrote to you 2 times'], []])
})

it('25: is not sent of what is hidden meanwhile', async () => {
  const [gus] = await server.people('gus')
  await sql('update users set email_verified = true')
  const show = await logShow(ana, { artist_name: 'Hush' })
  const later = new Date(Date.now() + 3_600_000).toISOString()
  await transact(server.app.db, async (tx) => {
    await tell(tx, { kind: 'mention', to: [gus.id], actorId: ana.id, showId: show.id })
    // before the job can be at it
    await tx.updateTable('notifications').set({ mail_at: later }).where('person_id', '=', gus.id).execute()
  })
  await allJobsDone(server)
  await ana.patch(`/shows/${show.id}`, { is_public: false })
  await sql("update notifications set mail_at = now() - interval '1 second' where person_id = $1", [gus.id])
  await mail()
  expect(await toldBy(gus)).toEqual([])
})

it('goes to ten thousand in one stroke, each once', { timeout: 120_000 }, async () => {
  await sql(`insert into users (id, username, email, password_hash)
    select gen_random_uuid(), 'guest' || n, 'guest' || n || '@example.org', 'x' from generate_series(1, 10000) n`)
  const { rows } = await sql("select id from users where username like 'guest%'")
  const show = await logShow(ana)
  const to = rows.map(({ id }) => id as string)
  await say({ kind: 'event_cancelled', to, actorId: bo.id, showId: show.id, note: 'The roof leaks' })
  const told = await sql(
    "select count(distinct person_id)::int, count(*)::int as all from notifications where kind = 'event_cancelled'",
  )
  expect(told.rows).toEqual([{ count: 10_000, all: 10_000 }])
})
